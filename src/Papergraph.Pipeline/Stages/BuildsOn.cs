using Papergraph.Corpus;
using Papergraph.Linking;

namespace Papergraph.Pipeline.Stages;

/// <summary>An inferred edge: one paper mentions what another introduced.</summary>
/// <param name="Paper">The paper that builds.</param>
/// <param name="On">The paper that introduced the entity.</param>
/// <param name="Entity">What connects them.</param>
/// <param name="Confidence">Product of the confidences of the mention and of the introduction.</param>
internal readonly record struct BuildsOnEdge(int Paper, int On, int Entity, double Confidence);

/// <summary>Infers which paper builds on which from what they introduce and mention.</summary>
/// <remarks>An entity counts only when a single paper of the graph introduces it, and only papers of the same year or later (or of unknown year) build on
/// it: with two introducers, or a mention before the introduction, the name means something else.</remarks>
internal static class BuildsOn
{
    internal static IEnumerable<BuildsOnEdge> Infer(LinkedEntities linked, int?[] years)
    {
        Dictionary<int, (int Paper, double Confidence)> introducers = [];
        HashSet<int> contested = [];
        foreach (LinkedRole claim in linked.Roles)
            if (claim.Role == Role.Introduces && !introducers.TryAdd(claim.Entity, (claim.Paper, claim.Confidence))) contested.Add(claim.Entity);

        Dictionary<(int Paper, int Entity), double> mentions = [];
        foreach (LinkedMention mention in linked.Mentions)
        {
            if (!introducers.TryGetValue(mention.Entity, out (int Paper, double) introducer) || contested.Contains(mention.Entity)) continue;
            if (introducer.Paper == mention.Paper || years[mention.Paper] < years[introducer.Paper]) continue;
            double best = mentions.GetValueOrDefault((mention.Paper, mention.Entity));
            mentions[(mention.Paper, mention.Entity)] = Math.Max(best, mention.Confidence);
        }

        return mentions
            .Select(m => new BuildsOnEdge(m.Key.Paper, introducers[m.Key.Entity].Paper, m.Key.Entity, m.Value * introducers[m.Key.Entity].Confidence))
            .OrderBy(e => e.Paper).ThenBy(e => e.On).ThenBy(e => e.Entity);
    }
}
