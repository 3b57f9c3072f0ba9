using System.Xml;
using Papergraph.GraphFiles.Inputs;

namespace Papergraph.GraphFiles.Xml;

/// <summary>XML as a file of a graph may be: no document type, no entities of its own, not deep.</summary>
internal static class GraphXml
{
    private const int MostDepth = 256;

    internal static XmlReader Open(GraphInput input) => XmlReader.Create(input.Bytes, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    });

    /// <summary>Goes to the next node, with its value whole; false at the end and where the file is malformed, which is reported.</summary>
    /// <exception cref="Core.PapergraphException">Elements lie too deep within each other.</exception>
    internal static bool TryRead(XmlReader xml, GraphInput input, Findings findings)
    {
        try
        {
            if (!xml.Read()) return false;

            // A reader takes the rest of a long text from the file only when it is asked for, and can find it malformed only then.
            if (xml.HasValue) _ = xml.Value;
        }
        catch (XmlException e)
        {
            findings.Add(GraphFileDiagnostics.Malformed(input.Path, e.LineNumber, e.Message));
            return false;
        }

        if (xml.Depth > MostDepth) throw GraphFileErrors.TooDeep(input.Path, LineOf(xml), MostDepth);
        return true;
    }

    internal static long LineOf(XmlReader xml) => ((IXmlLineInfo)xml).LineNumber;
}
