using Papergraph.Corpus;
using Papergraph.Store;
using Papergraph.TestKit;

namespace Papergraph.Engine.Tests;

/// <summary>A small graph written node by node, so that what is expected can be counted by hand.</summary>
internal sealed class HandMadeGraph : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Papers p0 … with titles and years; entities e0 … with names and aliases; mentions (paper, entity, confidence) and
    /// citations; abstracts if given; with or without an index of the texts.</summary>
    internal HandMadeGraph(
        (string Title, int Year)[] papers, (string Name, string[] Aliases)[] entities, (int Paper, int Entity, double Confidence)[] mentions,
        (int Citing, int Cited)[] citations, string[]? abstracts = null, bool texts = true)
    {
        using (GraphWriteLock writeLock = GraphDirectory.Lock(_folder.File("g")))
        using (SegmentWriter writer = writeLock.BeginVersion())
        {
            NodeTableWriter table = writer.AddNodeTable(Labels.Paper);
            StringColumnWriter id = table.String(Keys.Id), title = table.String(Keys.Title);
            Int64ColumnWriter year = table.Int64(Keys.Year);
            for (int p = 0; p < papers.Length; p++)
            {
                table.AddNode();
                id.Append($"doi:10.5555/p{p}");
                title.Append(papers[p].Title);
                year.Append(papers[p].Year);
                if (abstracts is not null) table.String(Keys.Abstract).Append(abstracts[p]);
            }

            table = writer.AddNodeTable(Labels.Entity, Labels.Method);
            id = table.String(Keys.Id);
            StringColumnWriter name = table.String(Keys.Name);
            StringListColumnWriter aliases = table.StringList(Keys.Aliases);
            Int64ColumnWriter count = table.Int64(Keys.Papers);
            for (int e = 0; e < entities.Length; e++)
            {
                table.AddNode();
                id.Append($"method:{entities[e].Name.ToLowerInvariant()}");
                name.Append(entities[e].Name);
                aliases.Append(entities[e].Aliases);
                count.Append(mentions.Count(m => m.Entity == e));
            }

            EdgeTableWriter cites = writer.AddEdgeTable(EdgeTypes.Cites);
            foreach ((int citing, int cited) in citations) cites.Add(citing, cited);
            EdgeTableWriter mentioning = writer.AddEdgeTable(EdgeTypes.Mentions);
            DoubleColumnWriter confidence = mentioning.Double(Keys.Confidence);
            foreach ((int paper, int entity, double sure) in mentions)
            {
                mentioning.Add(paper, papers.Length + entity);
                confidence.Append(sure);
            }

            writer.AddKeyIndex(Labels.Paper, Keys.Id);
            writer.AddKeyIndex(Labels.Entity, Keys.Id);
            writer.AddNameIndex(Names.Index, [(Labels.Paper, Keys.Title), (Labels.Entity, Keys.Name), (Labels.Entity, Keys.Aliases)]);
            if (texts)
            {
                writer.AddFullTextIndex(
                    Names.Texts,
                    [
                        new(Labels.Paper, Keys.Title, 3), new(Labels.Paper, Keys.Abstract), new(Labels.Entity, Keys.Name, 3),
                        new(Labels.Entity, Keys.Aliases, 2),
                    ]);
            }

            writer.Publish();
        }

        Graph = PaperGraph.Open(_folder.File("g"));
    }

    /// <summary>The directory.</summary>
    internal string Path => _folder.File("g");

    internal PaperGraph Graph { get; }

    public void Dispose()
    {
        Graph.Dispose();
        _folder.Dispose();
    }
}
