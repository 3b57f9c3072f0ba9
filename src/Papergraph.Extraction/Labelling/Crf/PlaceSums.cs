namespace Papergraph.Extraction;

/// <summary>What the weights say of places, added up for all places at once.</summary>
internal sealed class PlaceSums(CrfWeights weights)
{
    public SumTable Surroundings { get; } = SumTable.Of(weights, PlaceAttributes.Surroundings, PlaceAttributes.AddSurroundings);

    public SumTable Recurrences { get; } = SumTable.Of(weights, PlaceAttributes.Recurrences, PlaceAttributes.AddRecurrence);

    public SumTable Neighbourhoods { get; } = SumTable.Of(weights, PlaceAttributes.Neighbourhoods, PlaceAttributes.AddNeighbourhood);

    public SumTable PhrasePlaces { get; } = SumTable.Of(weights, PlaceAttributes.PhrasePlaces, PlaceAttributes.AddPhrasePlace);
}
