namespace Papergraph.Extraction;

/// <summary>How far the training of a language model has come.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Loss">Mean loss of the last step, in nats a word, against the sample.</param>
internal readonly record struct LanguageModelProgress(int Step, int Steps, double Loss);
