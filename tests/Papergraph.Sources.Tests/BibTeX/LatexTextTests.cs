using FsCheck;
using FsCheck.Fluent;
using Papergraph.Sources.BibTeX;

namespace Papergraph.Sources.Tests.BibTeX;

public class LatexTextTests
{
    [Theory]
    [InlineData("""{\"o}""", "ö")]
    [InlineData("""\"{o}""", "ö")]
    [InlineData("""\"o""", "ö")]
    [InlineData("""{\'{e}}""", "é")]
    [InlineData("""\'{\i}n""", "ín")]
    [InlineData("""{\'\i}n""", "ín")]
    [InlineData("""\^{\j}""", "ĵ")]
    [InlineData("""\c{c}a va, \c cedilla""", "ça va, çedilla")]
    [InlineData("""\v{s}, \v s""", "š, š")]
    [InlineData("""Erd{\H o}s, Erd\H{o}s""", "Erdős, Erdős")]
    [InlineData("""\k{a}\r{u}\d{t}\b{d}\u{g}\.{z}\={a}\~n""", "ąůṭḏğżāñ")]
    [InlineData("""Stra{\ss}e, Stra\ss e, \ss{}x""", "Straße, Straße, ßx")]
    [InlineData("""{\AA}ngstr{\"o}m, {\aa}, {\AE}, {\oe}, {\o}, {\L}{\'o}d{\'z}""", "Ångström, å, Æ, œ, ø, Łódź")]
    [InlineData("""\'{z}\'{q}""", "źq́")]
    [InlineData("""\"{\"}""", "\"\"")]
    [InlineData("""R\&D 50\% \$5 \#1 a\_b \{x\}""", "R&D 50% $5 #1 a_b {x}")]
    [InlineData("""pages 1--2 --- and~on""", "pages 1–2 — and on")]
    [InlineData("""``quoted'' and `single' don't""", "“quoted” and ‘single' don't")]
    [InlineData("""The {RNA} of {T}e{X}""", "The RNA of TeX")]
    [InlineData("""\emph{E.~coli} and {\it B. subtilis} \textbf{x}\textsuperscript{2}""", "E. coli and B. subtilis x2")]
    [InlineData("""{\textalpha}-synuclein, \textbeta, {\alpha}, \textgreek{x}, \textmu m""", "α-synuclein, β, α, x, µm")]
    [InlineData("""a $x^{2} \alpha$ b \(y_{1}\) c""", """a $x^{2} \alpha$ b \(y_{1}\) c""")]
    [InlineData("""costs $5""", "costs $5")]
    [InlineData("""$$a$b$$ and $c$""", """$$a$b$$ and $c$""")]
    [InlineData("""\enquote{deep {nested} one} end""", "“deep nested one” end")]
    [InlineData("""\href{https://example.org/{a}}{the text}""", "the text")]
    [InlineData("""\strange{thing} \odd x""", """\strange{thing} \odd x""")]
    [InlineData("""\textasciitilde{}x \ldots\ y \TeX{}t""", "~x … y TeXt")]
    [InlineData("""no latex at all: α, é, "x" """, """no latex at all: α, é, "x" """)]
    [InlineData("""unclosed {brace and }} more""", "unclosed brace and  more")]
    [InlineData("""ends with \""", """ends with \""")]
    [InlineData("""Bj{\"{o}}rk {\"O}zg{\"u}r G{\"{u}}m{\"{u}}{\c{s}}""", "Björk Özgür Gümüş")]
    public void LaTeX_becomes_the_text_that_it_prints(string latex, string text) => Assert.Equal(text, LatexText.Decode(latex));

    [Theory]
    [InlineData("""https://x.org/a\_b\%20c--d~e""", "https://x.org/a_b%20c--d~e")]
    [InlineData("""{10.1000/{ABC}\_1}""", "10.1000/ABC_1")]
    [InlineData("""x\textasciitilde{}y\path""", """x~y\path""")]
    public void Addresses_keep_their_signs(string latex, string plain) => Assert.Equal(plain, LatexText.Plain(latex));

    [Fact]
    public void Text_without_LaTeX_stays_as_it_is() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), s =>
        {
            string plain = string.Concat(s.Get.Where(c => !"\\{}$~-`'".Contains(c, StringComparison.Ordinal)));
            return LatexText.Decode(plain) == plain && LatexText.Decode("{" + plain + "}") == plain;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
