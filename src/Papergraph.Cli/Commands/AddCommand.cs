using System.CommandLine;
using Papergraph.Pipeline;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph add G inputs…</c></summary>
internal static class AddCommand
{
    internal static Command Create()
    {
        Argument<string> graph = Arguments.GraphToChange();
        Argument<string[]> inputs = Arguments.Inputs();
        RunOptions run = new();
        Command command = new("add", "Adds papers; the graph becomes what a build of all papers together would be.") { graph, inputs };
        run.AddTo(command);
        return command.Does((parsed, cancellation) => run.Execute(
            parsed, options => new GraphBuilder(options).Add, parsed.GetRequiredValue(graph), parsed.GetRequiredValue(inputs), cancellation));
    }
}
