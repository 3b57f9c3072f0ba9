using Papergraph.Core;

namespace Papergraph.Pipeline;

/// <summary>Every request that this project can refuse, in one place, so that codes stay unique.</summary>
internal static class PipelineErrors
{
    internal static PapergraphException OtherGraphThere(string directory) => new(
        "PGP001", $"{directory} holds a graph of other papers already. Use `add` to add papers to it, or `build --replace` to replace it.");

    internal static PapergraphException NoRecords(long rejected) => new(
        "PGP002", rejected == 0
            ? "The inputs hold no record of a paper, so there is nothing to build."
            : $"The inputs hold no usable record of a paper ({rejected} were rejected), so there is nothing to build.");

    internal static PapergraphException NoGraph(string directory) => new(
        "PGP003", $"{directory} holds no graph yet. Use `build … --into {directory}` first.");

    internal static PapergraphException NoSuchPaper(string id) => new(
        "PGP004", $"The graph holds no paper with the identifier '{id}'. Use `search` to find its identifier; nothing was removed.");

    internal static PapergraphException OnlyCited(string id) => new(
        "PGP005", $"The paper '{id}' is only cited by others, so it cannot be removed; nothing was removed.");

    internal static PapergraphException BadThreads(int threads) => new(
        "PGP006", $"--threads is {threads}; it must be 1 to 1,024.");

    internal static PapergraphException NotBuiltByPapergraph(string directory) => new(
        "PGP007", $"The graph in {directory} holds no records of papers, so papers cannot be added or removed. Build a new graph from the papers.");

    internal static PapergraphException Edited(string directory) => new(
        "PGP009", $"The graph in {directory} has changes made by transactions, which are in no record and would be lost. Use --discard-changes to lose them; nothing was changed.");

    internal static PapergraphException CannotWrite(string directory, IOException cause) => new(
        "PGP008", $"Writing in {directory} failed: {cause.Message} The graph there is as it was. Free some space or choose another directory, and run the command again.", cause);

    internal static PapergraphException NoSuchLabel(string label, IEnumerable<string> labels) => new(
        "PGP020", $"Neither the annotations nor the extractor has the label '{label}'. There are {string.Join(", ", labels)}.");

    internal static PapergraphException NoLabelInCommon(IEnumerable<string> gold, IEnumerable<string> found) => new(
        "PGP021",
        $"The annotations have the labels {string.Join(", ", gold)}, the extractor {string.Join(", ", found)}, and none of them correspond. "
            + "Choose another --model, or train one on annotations with these labels.");

    internal static PapergraphException NoPaperPredicted(int papers) => new(
        "PGP022", $"The predictions are of none of the {papers} annotated papers. Papers are told by their id; check that both files have the same.");
}
