using Papergraph.Corpus;

namespace Papergraph.Extraction;

/// <summary>Tells what each entity is to the paper, with a learned classifier.</summary>
internal static class LearnedRoles
{
    /// <summary>The probability of every role of every entity: rows of <see cref="RoleClasses.Count"/>.</summary>
    public static double[] Probabilities(LinearModel model, PaperMentions paper)
    {
        double[] probabilities = new double[paper.EntityCount * RoleClasses.Count];
        FeatureList list = new(model.Bits);
        RoleFeatures features = new(paper, list);
        Span<float> scores = stackalloc float[LinearModel.Lanes];
        for (int entity = 0; entity < paper.EntityCount; entity++)
        {
            features.Write(entity);
            model.Score(list.Rows, scores);
            Softmax.Normalize(scores[..RoleClasses.Count], probabilities.AsSpan(entity * RoleClasses.Count, RoleClasses.Count));
        }

        return probabilities;
    }

    /// <summary>The role of every mention; none for background. An entity is introduced when that is at least as probable as the threshold,
    /// else its role is the most probable of the others.</summary>
    /// <param name="paper">The mentions.</param>
    /// <param name="probabilities">What <see cref="Probabilities"/> gives.</param>
    /// <param name="threshold">From which probability on an entity is introduced.</param>
    /// <returns>Sorted by mention.</returns>
    public static List<RoleClaim> Claims(PaperMentions paper, ReadOnlySpan<double> probabilities, float threshold)
    {
        List<RoleClaim> claims = [];
        for (int mention = 0; mention < paper.Places.Length; mention++)
        {
            if (paper.Places[mention].Entity is not (>= 0 and int entity)) continue;
            ReadOnlySpan<double> row = probabilities.Slice(entity * RoleClasses.Count, RoleClasses.Count);
            int best = row[(int)Role.Introduces] >= threshold ? (int)Role.Introduces : (int)Role.Uses;
            for (int role = best + 1; best != (int)Role.Introduces && role <= (int)Role.Mentions; role++)
            {
                if (row[role] > row[best]) best = role;
            }

            if (best != (int)Role.Mentions) claims.Add(new RoleClaim(mention, (Role)best, Math.Round(row[best], 4)));
        }

        return claims;
    }
}
