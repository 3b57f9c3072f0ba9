using System.CommandLine;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph remove G --paper ID…</c></summary>
internal static class RemoveCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.GraphToChange();
        Option<string[]> papers = new("--paper")
        {
            Description = "Identifier of a paper to remove; any of its identifiers will do.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            HelpName = "ID",
        };
        RunOptions run = new(readsInputs: false);
        Command command = new("remove", "Removes papers; the graph becomes what a build without them would be.") { graph, papers };
        run.AddTo(command);
        return command.Does((parsed, cancellation) => run.Execute(
            parsed, options => new GraphBuilder(options).Remove, parsed.GetRequiredValue(graph), parsed.GetRequiredValue(papers), cancellation));
    }
}
