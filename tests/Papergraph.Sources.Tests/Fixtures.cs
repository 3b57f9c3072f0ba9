namespace Papergraph.Sources.Tests;

/// <summary>One small, sound file of each format, written for these tests.</summary>
internal static class Fixtures
{
    public const string Jsonl = """
        {"id": "walrus2001", "title": "Counting walruses from the air", "abstract": "We count walruses.", "authors": ["Ada Quill"], "year": 2001, "references": ["heron1999"]}
        {"id": "heron1999", "title": "Herons and how to find them", "authors": [{"name": "Ben Pike", "orcid": "0000-0002-1825-0097"}], "year": 1999, "venue": "Bird Notes"}

        """;

    public const string OpenAlex = """
        {"id": "https://openalex.org/W1234567", "doi": "https://doi.org/10.5555/ABC.1", "title": "Tides in small harbours", "publication_year": 2019, "publication_date": "2019-03-02", "type": "article", "authorships": [{"author": {"display_name": "Cleo Marsh", "orcid": "https://orcid.org/0000-0002-1825-0097"}, "institutions": [{"display_name": "Harbour Institute"}]}], "abstract_inverted_index": {"Tides": [0, 3], "move": [1], "harbours.": [2]}, "referenced_works": ["https://openalex.org/W7654321"]}

        """;

    public const string BibTeX = """
        @string{notes = "Notes on Everything"}
        @article{moss2010,
          title = {Growing {Moss} on {\"U}ber-wet walls},
          author = {Moss, Nora and van der Veen, Jan},
          journal = notes,
          year = 2010,
          month = mar,
          doi = {10.5555/moss.2010}
        }
        @inproceedings{fern2011,
          title = "Ferns, revisited",
          author = {Olaf Fern},
          booktitle = {Proc. of Green Things},
          year = {2011}
        }

        """;

    public const string Listing = """
        Some site

        Fresh papers

        Nov 3

        A fast way to sort pebbles by colour on a wet beach

        Pebbles are hard to sort when they are wet, because their colours change and the light is never the same twice. We describe a way to sort them that works in the rain, needs no lamp and takes a third of the time of the usual way, and we show that it holds on nine beaches.

          • 4 authors
        ·
        Oct 12

        Listening to snow: a survey

        Snow makes a sound when it falls, and many have tried to record it. This survey orders what was tried in the last forty years by microphone, by kind of snow and by the claims that were made, and says which of the claims have been repeated by somebody else since then.

        snowlab Snow Laboratory
        ·
        Feb 9, 2022 17

        """;
}
