namespace Papergraph.Extraction;

/// <summary>How far the training of a language model has come.</summary>
/// <param name="Model">As it is now.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Loss">Mean loss of the last step, in nats a word, against the sample.</param>
internal readonly record struct LanguageModelProgress(LanguageModel Model, int Step, int Steps, double Loss);
