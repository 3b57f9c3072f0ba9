using Papergraph.Core;
using Papergraph.Corpus;
using Papergraph.TestKit;

namespace Papergraph.ChatExtraction.Tests;

public class CacheTests
{
    [Fact]
    public void What_was_answered_once_is_not_asked_again_by_another_extractor_at_another_endpoint()
    {
        using Asking asking = new();
        string first;
        using (ChatServer server = new(ChatReply.Saying(Asking.Answer)))
        {
            using ChatExtractor extractor = asking.Extractor(server);
            first = Asking.Describe(extractor.Extract(Asking.Paper));
        }

        using ChatServer other = new(ChatReply.Error(500, "not to be asked"));
        using ChatExtractor later = asking.Extractor(other);
        Assert.Equal(first, Asking.Describe(later.Extract(Asking.Paper)));
        Assert.Equal((0, 1), (later.Usage.Requests, later.Usage.CacheHits));
        using ChatExtractor offline = new(asking.Settings(endpoint: null) with { CacheOnly = true });
        Assert.Equal(first, Asking.Describe(offline.Extract(Asking.Paper)));
        Assert.Equal(0, offline.Usage.Failed);
    }

    [Fact]
    public void Another_model_bound_or_text_is_another_question()
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Saying(Asking.Answer));
        Func<ChatSettings, ChatSettings>[] variants = [s => s, s => s with { Model = "other" }, s => s with { MostAnswerTokens = 100 }];
        foreach (Func<ChatSettings, ChatSettings> variant in variants)
        {
            using ChatExtractor extractor = asking.Extractor(server, variant);
            extractor.Extract(Asking.Paper);
            extractor.Extract(new PaperText(Asking.Paper.Abstract, Asking.Paper.Title));
        }

        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public void A_paper_that_the_cache_does_not_hold_is_named_where_only_the_cache_is_used()
    {
        using Asking asking = new();
        using ChatExtractor offline = new(asking.Settings(endpoint: null) with { CacheOnly = true });
        Assert.Single(offline.Extract(Asking.Paper).Links);
        Assert.Equal(AnswerFault.NotInCache, Assert.Single(offline.Usage.FailedPapers).Fault);
        Assert.Equal(0, offline.Usage.CacheHits);
    }

    [Fact]
    public void An_unusable_answer_is_kept_too_so_that_it_is_not_paid_twice()
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Saying("no", "length"));
        for (int run = 0; run < 2; run++)
        {
            using ChatExtractor extractor = asking.Extractor(server);
            extractor.Extract(Asking.Paper);
            Assert.Equal(AnswerFault.CutShort, Assert.Single(extractor.Usage.FailedPapers).Fault);
        }

        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_damaged_entry_is_asked_for_again_and_replaced_whichever_byte_is_damaged()
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Saying(Asking.Answer));
        using (ChatExtractor extractor = asking.Extractor(server)) extractor.Extract(Asking.Paper);
        string file = Assert.Single(Directory.GetFiles(asking.Cache, "*", SearchOption.AllDirectories));
        byte[] whole = File.ReadAllBytes(file);
        int damages = 0;
        for (int at = 0; at < whole.Length; at += 37)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x08;
            Damage(damaged);
        }

        Damage(whole[..(whole.Length / 2)]);
        Damage([]);
        Assert.Equal(1 + damages, server.Requests.Count);

        void Damage(byte[] bytes)
        {
            damages++;
            File.WriteAllBytes(file, bytes);
            using ChatExtractor extractor = asking.Extractor(server);
            Assert.NotEmpty(extractor.Extract(Asking.Paper).Mentions);
            Assert.Equal(whole, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Threads_with_the_same_text_share_one_question()
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Saying(Asking.Answer));
        using ChatExtractor extractor = asking.Extractor(server);
        Parallel.For(0, 32, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => extractor.Extract(Asking.Paper));
        Assert.Single(server.Requests);
        Assert.Equal(31, extractor.Usage.CacheHits);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error()
    {
        using Asking asking = new();
        using ChatServer server = new(ChatReply.Saying(Asking.Answer));
        File.WriteAllText(asking.Cache, "in the way");
        using ChatExtractor extractor = asking.Extractor(server);
        Assert.Equal("PGH022", Assert.Throws<PapergraphException>(() => extractor.Extract(Asking.Paper)).Code);
    }
}
