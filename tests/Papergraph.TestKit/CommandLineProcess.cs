using System.Diagnostics;
using System.Text;

namespace Papergraph.TestKit;

/// <summary>The command line as a user runs it: a process of its own, of the same build as the tests.</summary>
public static class CommandLineProcess
{
    private static readonly string Program = Repo.File(
        "artifacts", "bin", "Papergraph.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "papergraph.dll");

    /// <summary>What a finished process left.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <summary>Runs to the end.</summary>
    public static Outcome Run(params string[] arguments) => Run(arguments, input: null, workingDirectory: null);

    /// <summary>Runs to the end with something on standard input, or elsewhere.</summary>
    public static Outcome Run(string[] arguments, string? input, string? workingDirectory)
    {
        using Process process = Start(arguments, workingDirectory, redirectInput: input is not null);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("papergraph " + string.Join(' ', arguments) + " did not end within five minutes.");
        }

        return new Outcome(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Starts and kills it (SIGKILL) after a time, unless it ended before.</summary>
    /// <returns>Whether it was killed.</returns>
    public static bool RunAndKill(TimeSpan after, params string[] arguments)
    {
        using Process process = Start(arguments, workingDirectory: null, redirectInput: false);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        bool ended = process.WaitForExit(after);
        if (!ended) process.Kill();
        process.WaitForExit();
        return !ended;
    }

    private static Process Start(string[] arguments, string? workingDirectory, bool redirectInput)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = redirectInput,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = workingDirectory ?? "",
        };
        start.ArgumentList.Add(Program);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
