using System.Security.Cryptography;
using System.Text;
using Papergraph.Core;
using Papergraph.Rdf;

namespace Papergraph.Engine.Comparison;

/// <summary>Writes a comparison as an RDF Patch (https://jena.apache.org/documentation/rdf-patch/): deleting and adding its triples makes
/// of the RDF view of the graph before that of the graph after, both with <see cref="RdfViewOptions.NamesByContent"/>.</summary>
/// <remarks>One transaction: <c>H id</c>, <c>TX</c>, lines <c>D</c> and <c>A</c> with a triple of canonical N-Triples 1.2 each,
/// <c>TC</c>. No line deletes what is not there or adds what is. The id is made of the lines, so the same change has the same
/// (a UUID of version 8, RFC 9562 §5.8).</remarks>
public static class RdfPatch
{
    /// <summary>Writes the patch.</summary>
    /// <param name="comparison">What changed.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="includeEvidence">Whether the properties of edges are part of it; see <see cref="RdfViewOptions.IncludeEvidence"/>.
    /// </param>
    /// <exception cref="Store.StoreException">One of the graphs is damaged.</exception>
    /// <exception cref="IOException">The stream refused.</exception>
    public static void Write(GraphComparison comparison, Stream output, bool includeEvidence = true)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        RdfViewOptions options = new() { IncludeEvidence = includeEvidence, NamesByContent = true };
        using MemoryStream before = new(), after = new();
        TripleChanges changes = new(
            new RdfGraphView(comparison.Before.Reader, options), before, new RdfGraphView(comparison.After.Reader, options), after);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        WriteLines(comparison, changes, line => hash.AppendData(line));
        using BufferedOutput buffered = new(output);
        buffered.Write(Encoding.ASCII.GetBytes($"H id <uuid:{Uuid(hash.GetHashAndReset())}> .\nTX .\n"));
        WriteLines(comparison, changes, line => buffered.Write(line));
        buffered.Write("TC .\n"u8);
        buffered.Flush();
    }

    private static void WriteLines(GraphComparison comparison, TripleChanges changes, Action<byte[]> write)
    {
        foreach ((string label, _) in comparison.Nodes)
        {
            foreach (int group in comparison.ChangedGroups(label))
            {
                foreach (int node in comparison.Matching.Before(group)) changes.Before.WriteNode(changes.WriterBefore, node);
                foreach (int node in comparison.Matching.After(group)) changes.After.WriteNode(changes.WriterAfter, node);
                changes.WriteTo(write);
            }
        }

        foreach (EdgeComparison edges in comparison.ChangedEdges)
        {
            foreach (EdgeBundle bundle in comparison.ChangedBundles(edges))
            {
                foreach (EdgeAt edge in bundle.Before)
                    changes.Before.WriteEdge(changes.WriterBefore, edges.TableBefore!, edge.Source, edge.Target, edge.Position);
                foreach (EdgeAt edge in bundle.After)
                    changes.After.WriteEdge(changes.WriterAfter, edges.TableAfter!, edge.Source, edge.Target, edge.Position);
                changes.WriteTo(write);
            }
        }
    }

    private static string Uuid(byte[] hash)
    {
        Span<byte> bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>The triples of one thing before and after; what differs becomes lines.</summary>
    private sealed class TripleChanges(RdfGraphView before, MemoryStream triplesBefore, RdfGraphView after, MemoryStream triplesAfter)
    {
        public RdfGraphView Before => before;

        public RdfGraphView After => after;

        public NTriplesWriter WriterBefore { get; } = new(triplesBefore);

        public NTriplesWriter WriterAfter { get; } = new(triplesAfter);

        /// <summary>Gives the lines of the triples written since the last call.</summary>
        public void WriteTo(Action<byte[]> write)
        {
            List<string> were = Take(WriterBefore, triplesBefore), are = Take(WriterAfter, triplesAfter);
            foreach (string triple in were.Except(are, StringComparer.Ordinal)) write(Encoding.UTF8.GetBytes($"D {triple}\n"));
            foreach (string triple in are.Except(were, StringComparer.Ordinal)) write(Encoding.UTF8.GetBytes($"A {triple}\n"));
        }

        private static List<string> Take(NTriplesWriter writer, MemoryStream stream)
        {
            writer.Complete();
            string text = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
            stream.SetLength(0);
            return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        }
    }
}
