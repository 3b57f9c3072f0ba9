namespace Papergraph.Core.Tests;

public class StableHashTests
{
    // Oracle: the published sanity values of XXH64 with seed 0 for the empty input, "a", "abc" and a 39-character text
    // that passes through every branch of the algorithm (33 or more bytes, then 4, then single ones).
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void Hash64_equals_the_published_values_of_XXH64(string text, ulong expected) =>
        Assert.Equal(expected, StableHash.Hash64(text));

    [Fact]
    public void Hex128_is_the_first_half_of_SHA_256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223", StableHash.Hex128("abc"));
}
