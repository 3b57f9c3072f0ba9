using System.Buffers.Binary;
using Papergraph.Core;

namespace Papergraph.Extraction;

/// <summary>A classifier with the probability from which its findings are kept.</summary>
/// <remarks>Layout, little-endian: the threshold (4), then the <see cref="LinearModel"/>.</remarks>
internal sealed record ThresholdedModel(LinearModel Classifier, float Threshold)
{
    /// <summary>The model in a section of a file, or null when there is none of that name.</summary>
    /// <exception cref="PapergraphException">The section holds another model.</exception>
    public static ThresholdedModel? Read(ModelFile file, string section, string name, int classes)
    {
        if (file.Find(section) is not { } data) return null;
        float threshold = data.Length < 4 ? float.NaN : BinaryPrimitives.ReadSingleLittleEndian(data.Span);
        if (!(threshold is >= 0 and <= 1)) throw ExtractionErrors.DamagedModel(name, $"section '{section}'");
        return new ThresholdedModel(LinearModel.Read(data[4..], name, classes), threshold);
    }

    public void Write(ModelFile file, string section)
    {
        byte[] data = new byte[4 + Classifier.Data.Length];
        BinaryPrimitives.WriteSingleLittleEndian(data, Threshold);
        Classifier.Data.Span.CopyTo(data.AsSpan(4));
        file.Put(section, data);
    }
}
