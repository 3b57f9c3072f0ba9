using Papergraph.Core;
using Papergraph.Store;

namespace Papergraph.Cli.Output;

/// <summary>What a repair did, as text or JSON.</summary>
internal static class RepairSummary
{
    internal static void Write(string path, RepairReport report, bool asJson)
    {
        if (asJson) WriteJson(report);
        else Print(path, report);
    }

    private static void Print(string path, RepairReport report)
    {
        if (!report.Repaired)
        {
            Screen.Line($"{path} is sound: version {report.Version}. Nothing was changed.");
            return;
        }

        foreach (Diagnostic fault in report.Faults) Screen.Line("was wrong: " + Screen.OneLine(fault.Message));
        foreach (Diagnostic loss in report.Losses) Screen.Line("was lost: " + Screen.OneLine(loss.Message));
        Screen.Line(report.Losses.Count == 0
            ? $"{path} is whole again as version {report.Version}; nothing was lost. The damaged files are kept in {report.Aside}."
            : $"{path} is sound again as version {report.Version}, without what was lost. The damaged files are kept in {report.Aside}.");
    }

    private static void WriteJson(RepairReport report) => JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("repaired", report.Repaired);
        json.WriteNumber("version", report.Version);
        json.WriteString("aside", report.Aside);
        DiagnosticJson.Write(json, "faults", report.Faults);
        DiagnosticJson.Write(json, "losses", report.Losses);
        json.WriteEndObject();
    });
}
