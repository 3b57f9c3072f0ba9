using Papergraph.Sources.Inputs;
using Papergraph.Sources.Text;

namespace Papergraph.Sources;

/// <summary>The lines of a text file of annotations.</summary>
internal static class AnnotationLines
{
    internal static IEnumerable<(string Text, long Number)> Read(Stream input, SourceContext context, CancellationToken cancellation)
    {
        ByteReader bytes = new(input);
        bool isNotUtf8Reported = false;
        for (long number = bytes.Line; ; number = bytes.Line)
        {
            cancellation.ThrowIfCancellationRequested();
            LineEnd end = bytes.ReadLine(context.Options.MaxRecordBytes, out ReadOnlyMemory<byte> line);
            if (end == LineEnd.None) yield break;
            if (end == LineEnd.TooLong)
            {
                context.Reject(SourceDiagnostics.TooLong(context.File, number, context.Options.MaxRecordBytes));
                continue;
            }

            string text = TextDecoding.Decode(line.Span, out bool isUtf8);
            if (!isUtf8 && !isNotUtf8Reported)
            {
                isNotUtf8Reported = true;
                context.Report(SourceDiagnostics.NotUtf8(context.File, number));
            }

            yield return (text, number);
        }
    }
}
