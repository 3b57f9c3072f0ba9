namespace Papergraph.Extraction;

/// <summary>Finds what an unknown word with joints stands for.</summary>
internal static class WordParts
{
    /// <summary>The word itself, else its longest known end behind a joint, else its last known part, else −1.</summary>
    /// <param name="words">The known words.</param>
    /// <param name="form">A folded word.</param>
    public static int Find(WordTable words, ReadOnlySpan<byte> form)
    {
        int known = words.Find(form);
        if (known >= 0) return known;
        for (int joint = NextJoint(form, 0); joint < form.Length; joint = NextJoint(form, joint + 1))
        {
            if (FindNamed(words, form[(joint + 1)..]) is >= 0 and int end) return end;
        }

        int after = form.Length;
        while (after > 0)
        {
            int joint = form[..after].LastIndexOfAny(Joints);
            if (FindNamed(words, form[(joint + 1)..after]) is >= 0 and int part) return part;
            after = joint;
        }

        return -1;
    }

    private static ReadOnlySpan<byte> Joints => "-/_@^"u8;

    private static int NextJoint(ReadOnlySpan<byte> form, int from)
    {
        int next = form[from..].IndexOfAny(Joints);
        return next < 0 ? form.Length : from + next;
    }

    private static int FindNamed(WordTable words, ReadOnlySpan<byte> part) => HoldsLetter(part) ? words.Find(part) : -1;

    private static bool HoldsLetter(ReadOnlySpan<byte> part)
    {
        foreach (byte unit in part)
        {
            if (unit >= 0x80 || char.IsAsciiLetter((char)unit)) return true;
        }

        return false;
    }
}
