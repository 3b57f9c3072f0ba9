using System.Globalization;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Export;

/// <summary>The command that loads the folder, as a script, and the page that says how.</summary>
internal static class ImportCommand
{
    private const string Script = "import.sh";

    public static void Write(
        ExportTarget target, IEnumerable<CsvTable> nodes, IEnumerable<CsvTable> edges, char delimiter, bool hasLineBreaks)
    {
        StringBuilder script = new();
        script.Append("""
            #!/bin/sh
            # Loads this folder into a database of Neo4j 5 that is new or to be replaced, while the server is stopped:
            #   sh import.sh [database [further options of neo4j-admin]]
            set -e
            cd "$(dirname "$0")"
            database=${1:-neo4j}
            [ $# -eq 0 ] || shift
            neo4j-admin database import full "$database" "$@" \
              --id-type=integer \

            """.ReplaceLineEndings("\n"));
        string shown = char.IsControl(delimiter)
            ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)delimiter:X4}")
            : delimiter.ToString();
        script.Append(CultureInfo.InvariantCulture, $"  --array-delimiter='{shown}' \\\n");
        if (hasLineBreaks) script.Append("  --multiline-fields=true \\\n");
        string[] files =
        [
            .. nodes.Select(t => $"  --nodes={t.HeaderFile},{t.RowsFile}"),
            .. edges.Select(t => $"  --relationships={t.HeaderFile},{t.RowsFile}"),
        ];
        script.AppendJoin(" \\\n", files).Append('\n');
        WriteText(target, Script, script.ToString());
        WriteText(target, ExportTarget.FolderMark, $"""
            Papergraph export, format neo4j-admin.

            The graph as CSV files for the bulk import of Neo4j 5: for each set of labels and each type of edges a header and the rows.
            :ID, :START_ID and :END_ID are the numbers of the nodes in the export; the graph's own ids are the property id.
            Items of lists are separated by {shown}.

            To load it, stop the server and run, with neo4j-admin on the PATH:

              sh {Script} neo4j --overwrite-destination

            """);
    }

    private static void WriteText(ExportTarget target, string name, string text)
    {
        using BufferedOutput output = new(target.OpenFile(name));
        output.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        output.Flush();
    }
}
