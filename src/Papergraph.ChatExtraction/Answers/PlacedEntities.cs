using Papergraph.Core;
using Papergraph.Corpus;

namespace Papergraph.ChatExtraction;

/// <summary>The entities of an answer with their mentions in the text.</summary>
/// <remarks>Longer surfaces take their places first; no two mentions overlap. A surface belongs to the first entity that lists
/// it.</remarks>
internal sealed class PlacedEntities
{
    // Ten times what a long abstract has.
    private const int MostSurfaces = 500;

    private static readonly Dictionary<string, EntityType> Types =
        Enum.GetValues<EntityType>().ToDictionary(type => type.ToString(), StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _entityOf = new(StringComparer.Ordinal);
    private readonly List<(AnsweredEntity Entity, EntityType Type)> _entities = [];
    private readonly List<Occurrence>[] _occurrences;
    private readonly List<(Occurrence Occurrence, int Entity)> _mentions = [];
    private readonly List<int>[] _mentionsOf;

    public PlacedEntities(PaperAnswer answer, SurfaceFinder finder, Tally tally)
    {
        foreach (AnsweredEntity entity in answer.Entities) Register(entity, tally);
        Place(finder, tally);
        _mentions.Sort((a, b) => a.Occurrence.CompareTo(b.Occurrence));
        _mentionsOf = [.. _entities.Select(_ => new List<int>())];
        _occurrences = [.. _entities.Select(_ => new List<Occurrence>())];
        for (int m = 0; m < _mentions.Count; m++)
        {
            _mentionsOf[_mentions[m].Entity].Add(m);
            _occurrences[_mentions[m].Entity].Add(_mentions[m].Occurrence);
        }
    }

    /// <summary>The mentions, sorted by place.</summary>
    public IEnumerable<Mention> Mentions => _mentions.Select(m => new Mention(
        _entities[m.Entity].Type, m.Occurrence.Place, _entities[m.Entity].Entity.Confidence ?? AnswerConfidence.Mention));

    /// <summary>Entities that are kept, whether mentioned or not.</summary>
    public int Count => _entities.Count;

    /// <summary>What the answer says an entity's role is.</summary>
    public string RoleOf(int entity) => _entities[entity].Entity.Role;

    /// <summary>The entity that lists a surface; null when none does.</summary>
    public int? Named(string surface) => _entityOf.TryGetValue(surface, out int entity) ? entity : null;

    /// <summary>Where an entity is mentioned, sorted by place.</summary>
    public List<Occurrence> OccurrencesOf(int entity) => _occurrences[entity];

    /// <summary>Indexes of an entity's mentions, in the order of <see cref="OccurrencesOf"/>.</summary>
    public IReadOnlyList<int> MentionsOf(int entity) => _mentionsOf[entity];

    private void Register(AnsweredEntity entity, Tally tally)
    {
        if (entity.Surfaces.Count == 0 || !Types.TryGetValue(entity.Type, out EntityType type))
        {
            tally.DroppedEntities++;
            return;
        }

        int index = _entities.Count;
        _entities.Add((entity, type));
        foreach (string surface in entity.Surfaces.Distinct(StringComparer.Ordinal))
        {
            bool isNew = surface.Length > 0 && _entityOf.Count < MostSurfaces && _entityOf.TryAdd(surface, index);
            if (!isNew) tally.DroppedSurfaces++;
        }
    }

    private void Place(SurfaceFinder finder, Tally tally)
    {
        bool[][] taken = [new bool[finder.LengthOf(TextField.Title)], new bool[finder.LengthOf(TextField.Abstract)]];
        foreach ((string surface, int entity) in _entityOf.OrderByDescending(s => s.Key.Length).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            List<Occurrence> found = finder.Find(surface, out bool isRepaired);
            if (found.Count == 0) tally.DroppedSurfaces++;
            if (isRepaired) tally.RepairedSurfaces++;
            foreach (Occurrence occurrence in found)
            {
                TextSpan span = occurrence.Place.Span;
                Span<bool> place = taken[(int)occurrence.Place.Field].AsSpan(span.Start, span.Length);
                if (place.Contains(true)) continue;
                place.Fill(true);
                _mentions.Add((occurrence, entity));
            }
        }
    }
}
