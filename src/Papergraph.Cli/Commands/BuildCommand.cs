using System.CommandLine;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph build inputs… --into G</c></summary>
internal static class BuildCommand
{
    internal static Command Create()
    {
        Argument<string[]> inputs = Arguments.Inputs();
        Option<string> into = new("--into") { Description = "Directory of the new graph.", Required = true, HelpName = "DIRECTORY" };
        Option<bool> replace = new("--replace") { Description = "Replace a graph of other papers that the directory holds." };
        RunOptions run = new();
        Command command = new("build", "Builds a new graph from files of papers.") { inputs, into, replace };
        run.AddTo(command);
        return command.Does((parsed, cancellation) => run.Execute(parsed, options => new GraphBuilder(options with { Replace = parsed.GetValue(replace) })
            .Build, parsed.GetRequiredValue(into), parsed.GetRequiredValue(inputs), cancellation));
    }
}
