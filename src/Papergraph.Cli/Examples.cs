using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Papergraph.Cli;

/// <summary>Ends the help of each verb with examples that can be typed as they stand.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> OfVerb = new(StringComparer.Ordinal)
    {
        ["papergraph"] = ["papergraph build samples --into graph", "papergraph search graph BERT", "papergraph explain graph LoRA"],
        ["build"] = ["papergraph build samples --into graph", "zcat papers.jsonl.gz | papergraph build - --into graph --report report.json",
            "papergraph build papers.bib --into graph --extractor llm --endpoint http://localhost:11434/v1 --model qwen3:8b"],
        ["add"] = ["papergraph add graph new-papers.bib more/"],
        ["remove"] = ["papergraph remove graph --paper arxiv:1706.03762 --paper 10.1145/3292500.3330701"],
        ["extract"] = ["papergraph extract papers.jsonl > found.jsonl"],
        ["evaluate"] = ["papergraph evaluate gold.jsonl", "papergraph evaluate scierc/dev.json --without Generic --errors 10",
            "papergraph evaluate gold.jsonl --predictions found.jsonl --json"],
        ["train"] = ["papergraph train gold.jsonl more-gold.jsonl -o own.model", "papergraph train scierc/train.json -o scierc.model --dev scierc/dev.json"],
        ["pretrain"] = ["papergraph pretrain words papers.jsonl.gz more/ -o words.bin",
            "papergraph pretrain language papers.jsonl.gz more/ -o language.bin"],
        ["pretrain words"] = ["papergraph pretrain words papers.jsonl.gz more/ -o words.bin"],
        ["pretrain language"] = ["papergraph pretrain language papers.jsonl.gz more/ -o language.bin",
            "papergraph pretrain language papers.jsonl.gz -o language.bin --limit 1000 --vocabulary 5000"],
        ["stats"] = ["papergraph stats graph", "papergraph stats graph --json", "papergraph stats graph --storage"],
        ["verify"] = ["papergraph verify graph", "papergraph verify graph --repair"],
        ["compact"] = ["papergraph compact graph", "papergraph compact graph --json"],
        ["snapshot"] = ["papergraph snapshot create graph before-cleanup", "papergraph snapshot diff graph before-cleanup"],
        ["snapshot create"] = ["papergraph snapshot create graph before-cleanup"],
        ["snapshot list"] = ["papergraph snapshot list graph"],
        ["snapshot show"] = ["papergraph snapshot show graph before-cleanup", "papergraph snapshot show graph current --json"],
        ["snapshot diff"] = ["papergraph snapshot diff graph before-cleanup", "papergraph snapshot diff graph monday tuesday --limit 100", "papergraph snapshot diff graph ../old-graph current --format rdf-patch > changes.rdfp"],
        ["snapshot restore"] = ["papergraph snapshot restore graph before-cleanup --keep cleaned"],
        ["snapshot delete"] = ["papergraph snapshot delete graph monday tuesday"],
        ["snapshot pack"] = ["papergraph snapshot pack graph before-cleanup -o graph.pgpack", "papergraph snapshot pack graph current -o graph.pgpack"],
        ["snapshot unpack"] = ["papergraph snapshot unpack graph.pgpack --into graph"],
        ["search"] = ["papergraph search graph \"neural machine\"", "papergraph search graph transformer --label Method --limit 5 --json",
            "papergraph search graph '+\"knowledge graph\" embed* -image' --label Paper", "papergraph search graph 'title:parsing tranformer~'"],
        ["neighbors"] = ["papergraph neighbors graph \"question answering\" --depth 2", "papergraph neighbors graph BERT --depth 2 --label Dataset", "papergraph neighbors graph BERT --type INTRODUCES --direction in"],
        ["explain"] = ["papergraph explain graph LoRA", "papergraph explain graph BERT GLUE"],
        ["analyze"] = ["papergraph analyze graph pagerank", "papergraph analyze graph leiden --project Entity-MENTIONS-Paper-MENTIONS-Entity --write topic",
            "papergraph analyze edges.tsv betweenness -o scores.tsv", "papergraph analyze --list"],
        ["export"] = ["papergraph export graph --format turtle -o graph.ttl", "papergraph export graph --format neo4j-admin -o import/"],
        ["import"] = ["papergraph import graph --nodes Paper=papers.csv --relationships CITES=citations-header.csv,citations.csv.gz"],
        ["doctor"] = ["papergraph doctor", "papergraph doctor graph"],
    };

    /// <summary>Gives the command and its verbs help with examples.</summary>
    internal static void AddTo(Command command)
    {
        foreach (Option option in command.Options)
            if (option is HelpOption { Action: HelpAction standard } help)
                help.Action = new HelpWithExamples(standard);
        foreach (Command verb in command.Subcommands) AddTo(verb);
    }

    internal sealed class HelpWithExamples(HelpAction standard) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int result = standard.Invoke(parseResult);
            string name = CommandLine.VerbOf(parseResult.CommandResult) is { Length: > 0 } verb ? verb : "papergraph";
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in OfVerb[name]) output.WriteLine("  " + example);
            return result;
        }
    }
}
