namespace Papergraph.Extraction;

/// <summary>Receives the attributes of a token one by one: to collect them, or to add up their weights.</summary>
internal interface IAttributeSink
{
    void Add(uint fingerprint);
}
