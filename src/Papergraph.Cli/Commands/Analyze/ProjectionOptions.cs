using System.CommandLine;

namespace Papergraph.Cli.Commands.Analyze;

/// <summary>The options that say which part of the graph is analysed.</summary>
internal sealed class ProjectionOptions
{
    private readonly Option<string[]> _projections = new("--project")
    {
        Description = "Nodes and edges that are analysed: LABEL-TYPE-LABEL (Paper-CITES-Paper, Paper-USES|INTRODUCES-Method, *-*-*), or nodes "
            + "tied by shared neighbours: Entity-MENTIONS-Paper-MENTIONS-Entity. May be given several times. Without it Paper-CITES-Paper, or "
            + "all where there are no citations.",
        HelpName = "PATTERN",
    };

    private readonly Option<bool> _withoutPlaceholders = new("--without-placeholders") { Description = "Leave out papers that are only cited." };

    private readonly Option<string?> _weight = new("--weight")
    {
        Description = "Edge property that holds the weights, or count for the number of parallel edges.",
        HelpName = "PROPERTY",
    };

    private readonly Option<bool> _undirected = new("--undirected") { Description = "Drop the directions of the edges." };

    internal void AddTo(Command command)
    {
        command.Add(_projections);
        command.Add(_withoutPlaceholders);
        command.Add(_weight);
        command.Add(_undirected);
    }

    internal GivenProjection Given(ParseResult parsed) => new(
        parsed.GetValue(_projections) ?? [], parsed.GetValue(_withoutPlaceholders), parsed.GetValue(_weight), parsed.GetValue(_undirected));
}
