using System.Text;

namespace Papergraph.Engine.Analysis.Projections;

/// <summary>Which nodes and edges of a stored graph an algorithm sees, as a user writes it: <c>Paper-CITES-Paper</c>,
/// <c>Paper-USES|INTRODUCES-Method</c>, <c>*-*-*</c>; or which nodes are tied by what they share:
/// <c>Entity-MENTIONS-Paper-MENTIONS-Entity</c>.</summary>
/// <param name="From">Label of the nodes that edges leave, or null for any.</param>
/// <param name="Types">Types of the edges; empty for all.</param>
/// <param name="To">Label of the nodes that edges enter, or null for any; of a shared neighbour its label.</param>
/// <param name="Shared">How two nodes share a neighbour; null when the edges themselves are meant.</param>
public sealed record ProjectionPattern(string? From, IReadOnlyList<string> Types, string? To, SharedNeighbour? Shared = null)
{
    /// <summary>Reads a pattern. A name with other characters than letters, digits and <c>_</c> stands between backquotes.</summary>
    /// <exception cref="Papergraph.Core.PapergraphException">It is none.</exception>
    public static ProjectionPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        PatternReader reader = new(text);
        string? from = reader.Label();
        (IReadOnlyList<string> types, StepDirection direction) = reader.Step();
        string? to = reader.Label();
        if (reader.IsAtEnd)
        {
            return direction switch
            {
                StepDirection.Backward => new(to, types, from),
                _ => new(from, types, to),
            };
        }

        (IReadOnlyList<string> back, StepDirection second) = reader.Step();
        string? end = reader.Label();
        // The way back is the way there turned round: A-X-M-X-A, A-X->M<-X-A or A<-X-M-X->A.
        StepDirection expected = direction switch
        {
            StepDirection.Forward => StepDirection.Backward,
            StepDirection.Backward => StepDirection.Forward,
            _ => StepDirection.AsStored,
        };
        if (!reader.IsAtEnd || end != from || !back.SequenceEqual(types) || second != expected) throw EngineErrors.UnfitPattern(text);
        return new(from, types, to, direction switch
        {
            StepDirection.Forward => SharedNeighbour.Target,
            StepDirection.Backward => SharedNeighbour.Source,
            _ => SharedNeighbour.AsStored,
        });
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string types = Types.Count == 0 ? "*" : string.Join('|', Types.Select(Quoted));
        (string from, string to) = (Quoted(From), Quoted(To));
        return Shared switch
        {
            null => $"{from}-{types}-{to}",
            SharedNeighbour.Target => $"{from}-{types}->{to}<-{types}-{from}",
            SharedNeighbour.Source => $"{from}<-{types}-{to}-{types}->{from}",
            _ => $"{from}-{types}-{to}-{types}-{from}",
        };
    }

    private static string Quoted(string? name) =>
        name is null ? "*" : name.All(PatternReader.IsPlain) ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private enum StepDirection
    {
        AsStored,
        Forward,
        Backward,
    }

    private ref struct PatternReader(string text)
    {
        private int _at;

        public readonly bool IsAtEnd => _at == text.Length;

        public static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c == '_';

        /// <summary>A name, or null for any.</summary>
        public string? Label()
        {
            if (!Take('*')) return Name();
            return null;
        }

        /// <summary>The types between two labels, and which way the arrow goes.</summary>
        public (IReadOnlyList<string> Types, StepDirection Direction) Step()
        {
            bool backward = Take('<');
            if (!Take('-')) throw EngineErrors.UnfitPattern(text);
            List<string> types = [];
            if (!Take('*'))
            {
                do types.Add(Name());
                while (Take('|'));
            }

            if (!Take('-')) throw EngineErrors.UnfitPattern(text);
            bool forward = Take('>');
            if (forward && backward) throw EngineErrors.UnfitPattern(text);
            return (types, forward ? StepDirection.Forward : backward ? StepDirection.Backward : StepDirection.AsStored);
        }

        private string Name()
        {
            StringBuilder name = new();
            if (Take('`'))
            {
                while (true)
                {
                    if (IsAtEnd) throw EngineErrors.UnfitPattern(text);
                    char c = text[_at++];
                    if (c != '`') name.Append(c);
                    else if (Take('`')) name.Append('`');
                    else break;
                }
            }
            else
            {
                while (!IsAtEnd && IsPlain(text[_at])) name.Append(text[_at++]);
            }

            return name.Length > 0 ? name.ToString() : throw EngineErrors.UnfitPattern(text);
        }

        private bool Take(char c)
        {
            if (IsAtEnd || text[_at] != c) return false;
            _at++;
            return true;
        }
    }
}
