using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using Papergraph.Cli.Output;
using Papergraph.Core;
using Papergraph.Extraction;
using Papergraph.Sources;
using Papergraph.Store;

namespace Papergraph.Cli.Commands;

/// <summary><c>papergraph doctor [G]</c></summary>
internal static class DoctorCommand
{
    private sealed record Check(string Name, bool Passed, string Finding);

    internal static Command Create()
    {
        Argument<string?> graph = new("graph") { Description = "Directory of a graph to look at as well.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> asJson = Arguments.Json();
        Command command = new("doctor", "Checks that this machine has what Papergraph needs; exits with 1 when something is missing.") { graph, asJson };
        return command.Does((parsed, _) =>
        {
            List<Check> checks = [.. Environment(), .. parsed.GetValue(graph) is { } path ? [OfGraph(path)] : Array.Empty<Check>()];
            if (parsed.GetValue(asJson)) WriteJson(checks);
            else foreach (Check check in checks) Screen.Line($"{(check.Passed ? "ok  " : "FAIL")}  {check.Name,-12} {check.Finding}");
            return checks.All(c => c.Passed) ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private static IEnumerable<Check> Environment()
    {
        yield return new Check("papergraph", true, typeof(DoctorCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        yield return new Check("runtime", System.Environment.Version.Major >= 10, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}");
        yield return new Check("byte order", BitConverter.IsLittleEndian, BitConverter.IsLittleEndian ? "little endian" : "big endian: graphs cannot be mapped");
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        yield return new Check("memory", memory >= 1L << 30, $"{Screen.Count(memory >> 20)} MB for this process, {System.Environment.ProcessorCount} processors");
        yield return TemporarySpace();
        yield return new Check("formats", true, string.Join(", ", PaperFormats.All.Select(f => f.Name)));
        yield return new Check("extractor", true, new LearnedExtractor(ExtractionModel.Shipped).Identity);
    }

    private static Check TemporarySpace()
    {
        string folder = System.Environment.CurrentDirectory;
        try
        {
            string probe = Path.Combine(folder, $".papergraph-doctor-{System.Environment.ProcessId}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) { }
            long free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
            return new Check("folder", free > 100 << 20, $"{folder} can be written, {Screen.Count(free >> 20)} MB free");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Check("folder", false, $"{folder} cannot be written: {e.Message}");
        }
    }

    private static Check OfGraph(string path)
    {
        try
        {
            using GraphReader reader = GraphDirectory.OpenRead(path);
            return new Check("graph", true, $"{path}: version {reader.Version}, {Screen.Count(reader.NodeCount)} nodes, {Screen.Count(reader.EdgeCount)} edges; `verify` checks all of it");
        }
        catch (PapergraphException e)
        {
            return new Check("graph", false, e.Message);
        }
    }

    private static void WriteJson(List<Check> checks) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (Check check in checks)
        {
            json.WriteStartObject();
            json.WriteString("check", check.Name);
            json.WriteBoolean("passed", check.Passed);
            json.WriteString("finding", check.Finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
