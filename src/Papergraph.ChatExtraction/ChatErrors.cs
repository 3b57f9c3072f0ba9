using System.Globalization;
using System.Net;
using Papergraph.Core;

namespace Papergraph.ChatExtraction;

/// <summary>Requests that cannot be carried out. What an endpoint says of it is quoted in one line, without the key.</summary>
internal static class ChatErrors
{
    internal static PapergraphException NoEndpoint(string endpoint) => new(
        "PGH001", $"'{endpoint}' is no address of an endpoint. Give one such as http://localhost:11434/v1, without a user name in it.");

    internal static PapergraphException NotEncrypted(string endpoint) => new(
        "PGH002", $"{endpoint} is another computer and not encrypted. Use https, or --allow-http if the network between is trusted.");

    internal static PapergraphException OutOfRange(string what, decimal value, decimal least, decimal most) => new(
        "PGH003", string.Create(CultureInfo.InvariantCulture, $"The {what} is {value}; it must lie between {least} and {most}."));

    internal static PapergraphException UnfitModel() => new(
        "PGH004",
        "The name of the model is empty, longer than 200 characters or has control characters in it. Give it as the endpoint lists it.");

    internal static PapergraphException CostWithoutPrices() => new(
        "PGH005", "A cost cannot be bounded without prices. Give --price-input and --price-output, or --max-tokens-total instead.");

    internal static PapergraphException UnfitKey(string source) => new(
        "PGH006", $"The key in {source} has a character that no header can carry. Set it anew, without quotes or line ends.");

    internal static PapergraphException Refused(string endpoint, HttpStatusCode status, string cause) => new(
        "PGH010", $"{endpoint} refused the request with {Code(status)}: {cause} Check --model and what the endpoint supports.");

    internal static PapergraphException NotAllowed(string endpoint, HttpStatusCode status, string cause) => new(
        "PGH011",
        $"{endpoint} does not accept the key ({Code(status)}): {cause} Put a valid one into the variable that --api-key-env names.");

    internal static PapergraphException NotThere(string endpoint, HttpStatusCode status, string cause) => new(
        "PGH012",
        $"{endpoint} is not there, or has no such model ({Code(status)}): {cause} "
            + "Check --endpoint, which mostly ends in /v1, and --model.");

    internal static PapergraphException Redirected(string endpoint, HttpStatusCode status) => new(
        "PGH013",
        $"{endpoint} sends its visitors elsewhere ({Code(status)}), where texts and keys are not taken. "
            + "Give the final address as --endpoint.");

    internal static PapergraphException Unreachable(string endpoint, string cause) => new(
        "PGH014", $"{endpoint} cannot be reached: {cause} Check that the server runs and that --endpoint is right.");

    internal static PapergraphException KeepsFailing(string endpoint, int attempts, string cause) => new(
        "PGH015",
        $"{endpoint} failed {attempts} times in a row, last: {cause} Try again later, or with --concurrency 1 or a longer --timeout; "
            + "answers so far are in the cache.");

    internal static PapergraphException NoCompletion(string endpoint, string cause) => new(
        "PGH016", $"{endpoint} does not answer as a chat endpoint does: {cause} Check --endpoint, which mostly ends in /v1.");

    internal static PapergraphException BudgetSpent(string budget, ChatUsage usage, string cache) => new(
        "PGH020",
        string.Create(CultureInfo.InvariantCulture,
            $"{budget} is used up after {usage.Requests} requests ")
            + string.Create(CultureInfo.InvariantCulture, $"({usage.InputTokens} tokens in, {usage.OutputTokens} out, cost {usage.Cost}). ")
            + $"The answers are kept in {cache}; the same command with a higher bound goes on from there.");

    internal static PapergraphException NoUsage(string endpoint) => new(
        "PGH021",
        $"{endpoint} does not say how many tokens it used, so no budget can be kept. Leave out --max-tokens-total and --max-cost.");

    internal static PapergraphException CacheFails(string directory, Exception cause) => new(
        "PGH022",
        $"The cache {directory} cannot be used: {cause.Message} Free space, permit writing, or choose another with --cache.",
        cause);

    private static string Code(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}
