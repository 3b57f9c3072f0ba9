using System.CommandLine;

namespace Papergraph.Cli.Commands.Pretrain;

/// <summary><c>papergraph pretrain …</c>: what papers without annotations teach, for training extractors.</summary>
internal static class PretrainCommand
{
    internal static Command Create() => new("pretrain", "Learns from papers without annotations what training extractors builds on.")
    {
        WordsCommand.Create(), LanguageCommand.Create(),
    };
}
