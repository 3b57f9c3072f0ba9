using System.Collections.Frozen;
using System.Text;

namespace Papergraph.Sources.BibTeX;

/// <summary>What the accents and symbols of LaTeX are in Unicode.</summary>
internal static class LatexSymbols
{
    /// <summary>Accents by the character of their command: the combining mark, and pairs of a letter without and with it.</summary>
    /// <remarks>Spelled out because the platform composes characters only where its Unicode library is present.</remarks>
    private static readonly FrozenDictionary<char, (char Mark, string Pairs)> Accents = new Dictionary<char, (char, string)>
    {
        ['\''] = ('\u0301', "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźÆǼæǽØǾøǿÜǗüǘÂẤâấÊẾêếÔỐôốÏḮïḯÕṌõṍŌṒōṓĒḖēḗ"),
        ['`'] = ('\u0300', "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳÜǛüǜÂẦâầÊỀêềÔỒôồŌṐōṑĒḔēḕ"),
        ['^'] = ('\u0302', "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ"),
        ['"'] = ('\u0308', "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿÕṎõṏŪṺūṻ"),
        ['~'] = ('\u0303', "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹÂẪâẫÊỄêễÔỖôỗ"),
        ['='] = ('\u0304', "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳÆǢæǣÜǕüǖÖȪöȫÄǞäǟÕȬõȭ"),
        ['.'] = ('\u0307', "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżŠṦšṧŚṤśṥ"),
        ['u'] = ('\u0306', "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
        ['v'] = ('\u030C', "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžÜǙüǚ"),
        ['H'] = ('\u030B', "OŐUŰoőuű"),
        ['c'] = ('\u0327', "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"),
        ['k'] = ('\u0328', "AĄEĘIĮOǪUŲaąeęiįoǫuųŌǬōǭ"),
        ['r'] = ('\u030A', "AÅUŮaåuůwẘyẙ"),
        ['d'] = ('\u0323', "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓÂẬâậÊỆêệÔỘôộ"),
        ['b'] = ('\u0331', "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
        ['G'] = ('\u030F', "AȀEȄIȈOȌRȐUȔaȁeȅiȉoȍrȑuȕ"),
        ['f'] = ('\u0311', "AȂEȆIȊOȎRȒUȖaȃeȇiȋoȏrȓuȗ"),
        ['h'] = ('\u0309', "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨâẩÊỂêểÔỔôổ"),    }.ToFrozenDictionary();

    /// <summary>Commands that stand for a character.</summary>
    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ss"] = "ß", ["aa"] = "å", ["AA"] = "Å", ["ae"] = "æ", ["AE"] = "Æ", ["oe"] = "œ", ["OE"] = "Œ", ["o"] = "ø", ["O"] = "Ø",
        ["l"] = "ł", ["L"] = "Ł", ["i"] = "ı", ["j"] = "ȷ", ["dh"] = "ð", ["DH"] = "Ð", ["th"] = "þ", ["TH"] = "Þ", ["dj"] = "đ",
        ["DJ"] = "Đ", ["ng"] = "ŋ", ["NG"] = "Ŋ", ["IJ"] = "Ĳ", ["ij"] = "ĳ", ["SS"] = "ẞ",
        ["~"] = "~", ["^"] = "^", ["\""] = "\"", ["'"] = "'", ["`"] = "`", ["."] = ".", ["="] = "=",
        ["&"] = "&", ["%"] = "%", ["$"] = "$", ["#"] = "#", ["_"] = "_", ["{"] = "{", ["}"] = "}", [" "] = " ", [","] = " ", [";"] = " ",
        [":"] = " ", ["!"] = "", ["/"] = "", ["-"] = "", ["@"] = "", ["\\"] = "\n", ["\n"] = " ", ["quad"] = " ", ["qquad"] = " ", ["space"] = " ",
        ["textasciitilde"] = "~", ["textasciicircum"] = "^", ["textbackslash"] = "\\", ["textunderscore"] = "_", ["textbar"] = "|",
        ["textless"] = "<", ["textgreater"] = ">", ["textbraceleft"] = "{", ["textbraceright"] = "}", ["textdollar"] = "$",
        ["textendash"] = "–", ["textemdash"] = "—", ["textquoteleft"] = "‘", ["textquoteright"] = "’", ["textquotedblleft"] = "“",
        ["textquotedblright"] = "”", ["textquotesingle"] = "'", ["textquotedbl"] = "\"", ["guillemotleft"] = "«", ["guillemotright"] = "»",
        ["ldots"] = "…", ["dots"] = "…", ["textellipsis"] = "…", ["textbullet"] = "•", ["textperiodcentered"] = "·", ["slash"] = "/",
        ["copyright"] = "©", ["textcopyright"] = "©", ["textregistered"] = "®", ["texttrademark"] = "™", ["pounds"] = "£", ["textsterling"] = "£",
        ["texteuro"] = "€", ["euro"] = "€", ["S"] = "§", ["P"] = "¶", ["textdegree"] = "°", ["texttimes"] = "×", ["textpm"] = "±",
        ["textonehalf"] = "½", ["textordfeminine"] = "ª", ["textordmasculine"] = "º", ["textmu"] = "µ", ["TeX"] = "TeX", ["LaTeX"] = "LaTeX",
        ["BibTeX"] = "BibTeX", ["times"] = "×", ["pm"] = "±", ["infty"] = "∞", ["rightarrow"] = "→", ["to"] = "→", ["leq"] = "≤", ["geq"] = "≥",
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["varepsilon"] = "ε", ["zeta"] = "ζ", ["eta"] = "η",
        ["theta"] = "θ", ["iota"] = "ι", ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["omicron"] = "ο", ["pi"] = "π",
        ["rho"] = "ρ", ["sigma"] = "σ", ["varsigma"] = "ς", ["tau"] = "τ", ["upsilon"] = "υ", ["phi"] = "φ", ["varphi"] = "φ", ["chi"] = "χ",
        ["psi"] = "ψ", ["omega"] = "ω", ["Gamma"] = "Γ", ["Delta"] = "Δ", ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Xi"] = "Ξ", ["Pi"] = "Π",
        ["Sigma"] = "Σ", ["Upsilon"] = "Υ", ["Phi"] = "Φ", ["Psi"] = "Ψ", ["Omega"] = "Ω",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Commands that change how their argument looks and not what it says.</summary>
    private static readonly FrozenSet<string> Formatting = FrozenSet.Create(
        StringComparer.Ordinal,
        "emph", "textit", "textbf", "textrm", "textsf", "texttt", "textsc", "textsl", "textup", "textmd", "textnormal", "text", "textsuperscript",
        "textsubscript", "textgreek", "textcyrillic", "textcyr", "underline", "uppercase", "lowercase", "MakeUppercase", "MakeLowercase", "mbox", "hbox", "makebox",
        "mkbibemph", "mkbibbold", "mkbibitalic", "mkbibparens", "url", "path", "nolinkurl", "natexlab", "bibinfo", "t", "protect", "relax", "noopsort", "em", "it", "bf", "sc",
        "rm", "sf", "tt", "sl", "itshape", "bfseries", "scshape", "upshape", "ttfamily", "sffamily", "rmfamily", "normalfont", "small", "footnotesize", "boldmath", "selectfont");

    internal static bool IsAccent(string command) => command.Length == 1 && Accents.ContainsKey(command[0]);

    /// <summary>A letter with an accent: one character where Unicode has one, else the letter and the combining mark.</summary>
    internal static string Accented(char accent, Rune letter)
    {
        (char mark, string pairs) = Accents[accent];
        // An accent over i or j takes the place of the dot.
        char plain = letter.Value switch { 'ı' => 'i', 'ȷ' => 'j', < char.MaxValue => (char)letter.Value, _ => '\0' };
        for (int i = 0; i < pairs.Length; i += 2)
            if (pairs[i] == plain) return pairs[i + 1].ToString();
        return letter + mark.ToString();
    }

    /// <summary>The character that a command stands for, or null. Greek letters also have names with <c>text</c> before them.</summary>
    internal static string? Symbol(string command) =>
        Symbols.TryGetValue(command, out string? symbol) || (command.StartsWith("text", StringComparison.Ordinal) && Symbols.TryGetValue(command[4..], out symbol))
            ? symbol
            : null;

    internal static bool IsFormatting(string command) => Formatting.Contains(command);
}
