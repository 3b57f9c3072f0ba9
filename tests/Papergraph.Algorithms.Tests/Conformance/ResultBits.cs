using System.Collections;
using System.Reflection;
using System.Text;
using Papergraph.Core;

namespace Papergraph.Algorithms.Tests.Conformance;

/// <summary>All that a result says, to the bit, as text: two results are the same if and only if their texts are.</summary>
internal static class ResultBits
{
    internal static string Of(object? result)
    {
        StringBuilder text = new();
        Write(result, text);
        // Results of a million nodes are kept by their hash.
        return text.Length < 4096 ? text.ToString() : Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null ");
                break;
            case double number:
                text.Append(BitConverter.DoubleToInt64Bits(number)).Append(' ');
                break;
            case ReadOnlyMemory<double> numbers:
                foreach (double number in numbers.Span) text.Append(BitConverter.DoubleToInt64Bits(number)).Append(' ');
                break;
            case ReadOnlyMemory<float> numbers:
                foreach (float number in numbers.Span) text.Append(BitConverter.SingleToInt32Bits(number)).Append(' ');
                break;
            case ReadOnlyMemory<int> numbers:
                foreach (int number in numbers.Span) text.Append(number).Append(' ');
                break;
            case ReadOnlyMemory<long> numbers:
                foreach (long number in numbers.Span) text.Append(number).Append(' ');
                break;
            case DirectedCsr graph:
                Write(graph.OutgoingRows, text);
                break;
            case UndirectedCsr graph:
                Write(graph.Rows, text);
                break;
            case CsrRows rows:
                for (int node = 0; node < rows.FirstNode + rows.NodeCount; node++)
                {
                    Write((ReadOnlyMemory<int>)rows.Neighbours(node).ToArray(), text);
                    Write((ReadOnlyMemory<double>)rows.WeightsOf(node).ToArray(), text);
                    text.Append(';');
                }

                break;
            case WalkCorpus walks:
                for (int walk = 0; walk < walks.Count; walk++) Write(walks[walk], text);
                break;
            case string or bool or int or long or Enum:
                text.Append(value).Append(' ');
                break;
            case IEnumerable items:
                foreach (object? item in items) Write(item, text);
                break;
            default:
                WriteParts(value, text);
                break;
        }

        text.Append('|');
    }

    // Records and tuples, and memory of them.
    private static void WriteParts(object value, StringBuilder text)
    {
        Type type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>))
        {
            Write(type.GetMethod("ToArray")!.Invoke(value, null), text);
            return;
        }

        foreach (FieldInfo field in type.GetFields(BindingFlags.Public | BindingFlags.Instance)) Write(field.GetValue(value), text);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (property.GetIndexParameters().Length == 0) Write(property.GetValue(value), text);
    }
}
