using System.Text.Json;
using Papergraph.Core;

namespace Papergraph.Cli.Output;

/// <summary>Findings as JSON, the same in every report.</summary>
internal static class DiagnosticJson
{
    /// <summary>Writes an array of findings.</summary>
    internal static void Write(Utf8JsonWriter json, string property, IEnumerable<Diagnostic> findings)
    {
        json.WriteStartArray(property);
        foreach (Diagnostic finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            json.WriteString("file", finding.Source);
            json.WriteNumber("line", finding.Line);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
