using System.Globalization;
using Papergraph.Engine;
using Spectre.Console;

namespace Papergraph.Cli.Output;

/// <summary>Results on stdout: tables that fit the terminal, plain text when it is not one.</summary>
internal static class Screen
{
    private const int TableWidthWithoutTerminal = 140;

    private static readonly IAnsiConsole Tables = CreateConsole(TableWidthWithoutTerminal);
    private static readonly IAnsiConsole Prose = CreateConsole(int.MaxValue / 2);     // lines are not broken on their way into a file

    /// <summary>Writes a line; markup is not interpreted.</summary>
    internal static void Line(string text = "") => Prose.WriteLine(text);

    /// <summary>Writes text with Spectre markup.</summary>
    internal static void Markup(string markup) => Prose.MarkupLine(markup);

    /// <summary>Writes a table; cells are plain text, columns whose name begins with <c>#</c> are numbers, right-aligned.</summary>
    internal static void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in columns)
        {
            bool isNumber = column.StartsWith('#');
            TableColumn header = new(Spectre.Console.Markup.Escape(isNumber ? column[1..] : column));
            table.AddColumn(isNumber ? header.RightAligned().NoWrap() : header);
        }

        foreach (IReadOnlyList<string> row in rows) table.AddRow([.. row.Select(cell => new Text(cell))]);
        Tables.Write(table);
    }

    /// <summary>Says which other nodes the user may have meant by a name.</summary>
    internal static void Namesakes(PaperGraph graph, string name, NodeSummary chosen)
    {
        IReadOnlyList<NodeSummary> others = graph.Namesakes(name, chosen);
        if (others.Count > 0) Line($"\nalso called '{name}': {string.Join(", ", others.Select(o => $"{o.Label} {o.Id}"))}");
    }

    /// <summary>A text as one line that cannot drive a terminal: control characters become spaces.</summary>
    internal static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    /// <summary>A count with thousands separators.</summary>
    internal static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with the digits given.</summary>
    internal static string Number(double number, int digits) => number.ToString("F" + digits, CultureInfo.InvariantCulture);

    private static IAnsiConsole CreateConsole(int widthWithoutTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (Console.IsOutputRedirected) console.Profile.Width = widthWithoutTerminal;
        return console;
    }
}
