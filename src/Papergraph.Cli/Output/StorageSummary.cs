using Papergraph.Store;

namespace Papergraph.Cli.Output;

/// <summary>Where the bytes of a graph lie, as tables or JSON.</summary>
internal static class StorageSummary
{
    internal static void Write(StorageReport report, bool asJson)
    {
        if (asJson) WriteJson(report);
        else Print(report);
    }

    private static void Print(StorageReport report)
    {
        Screen.Table(
            ["file", "part", "of", "name", "#bytes", "#%"],
            report.Items.Where(i => i.Bytes > 0).Select(i => new[]
            {
                i.File, i.Kind.ToString().ToLowerInvariant(), i.Table, i.Name, Screen.Count(i.Bytes),
                Screen.Number(100.0 * i.Bytes / report.Bytes, 1),
            }));
        Screen.Table(
            ["file", "#bytes", "used by"],
            report.Files.Select(f => new[]
            {
                f.Name, Screen.Count(f.Bytes), f.UsedBy.Count == 0 ? "nobody" : string.Join(", ", f.UsedBy),
            }));
        string files = report.Files.Count == 1 ? "file" : "files";
        Screen.Line($"{Screen.Count(report.Bytes)} bytes in {Screen.Count(report.Files.Count)} {files}.");
    }

    private static void WriteJson(StorageReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("bytes", report.Bytes);
        json.WriteStartObject("byKind");
        foreach (IGrouping<StorageKind, StorageItem> kind in report.Items.GroupBy(i => i.Kind).OrderBy(k => k.Key))
            json.WriteNumber(kind.Key.ToString().ToLowerInvariant(), kind.Sum(i => i.Bytes));
        json.WriteEndObject();
        json.WriteStartArray("files");
        foreach (StoredFile file in report.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteStartArray("usedBy");
            foreach (string user in file.UsedBy) json.WriteStringValue(user);
            json.WriteEndArray();
            json.WriteStartArray("parts");
            foreach (StorageItem item in report.Items.Where(i => i.File == file.Name))
            {
                json.WriteStartObject();
                json.WriteString("kind", item.Kind.ToString().ToLowerInvariant());
                json.WriteString("of", item.Table);
                json.WriteString("name", item.Name);
                json.WriteNumber("bytes", item.Bytes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
