using Papergraph.Engine.Analysis;

namespace Papergraph.Cli.Output.Analyses;

/// <summary>The algorithms by family, with their options.</summary>
internal static class AlgorithmList
{
    internal static void Print()
    {
        foreach (AlgorithmFamily family in GraphAlgorithms.Families)
        {
            Screen.Line(family.Name);
            foreach (GraphAlgorithm algorithm in family.Algorithms)
            {
                string options = string.Join(' ', algorithm.Options.Select(option => "--" + option.Name));
                Screen.Line($"  {algorithm.Name,-24} {algorithm.Description}{(options.Length > 0 ? $"  [{options}]" : "")}");
            }

            Screen.Line();
        }
    }
}
