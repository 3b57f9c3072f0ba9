namespace Papergraph.Store.Tests;

public class IndexDefinitionTests
{
    private static readonly IndexDefinition[] Indexes =
    [
        new(IndexKind.Hash, EntityKind.Node, "Paper", "id"),
        new(IndexKind.Range, EntityKind.Edge, "loves ♥", "since when", "an index"),
    ];

    private static readonly ConstraintDefinition[] Constraints =
    [
        ConstraintDefinition.Unique("Paper", ["id"]),
        ConstraintDefinition.Unique("Person", ["last", "first"], "people"),
        ConstraintDefinition.Exists(EntityKind.Edge, "CITES", "source"),
    ];

    [Fact]
    public void Definitions_read_back_as_written()
    {
        LayoutWriter writer = new();
        writer.List(Indexes, (w, index) => index.Write(w));
        writer.List(Constraints, (w, constraint) => constraint.Write(w));
        LayoutReader reader = new(writer.Written.ToArray(), "test", 2);
        Assert.Equal(Indexes, reader.List(IndexDefinition.Read));
        Assert.Equal(Constraints, reader.List(ConstraintDefinition.Read));
        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void Any_bytes_are_a_definition_or_damaged()
    {
        Random random = new(5);
        LayoutWriter writer = new();
        Indexes[1].Write(writer);
        Constraints[1].Write(writer);
        int damaged = 0;
        for (int i = 0; i < 5000; i++)
        {
            byte[] bytes = writer.Written.ToArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                LayoutReader reader = new(bytes, "test", 2);
                IndexDefinition.Read(reader);
                ConstraintDefinition.Read(reader);
            }
            catch (StoreException)
            {
                damaged++;
            }
        }

        Assert.InRange(damaged, 1000, 4999);
    }

    [Fact]
    public void Names_say_what_is_indexed_and_differ_for_different_things()
    {
        Assert.Equal("hash (:Paper).id", Indexes[0].Name);
        Assert.Equal("unique (:Paper).id", Constraints[0].Name);
        Assert.Equal("exists [:CITES].source", Constraints[2].Name);
        Assert.Equal("unique (:Person).(last, first)", ConstraintDefinition.Unique("Person", ["last", "first"]).Name);
        Assert.Equal("range (:`a.b`).`c``d`", new IndexDefinition(IndexKind.Range, EntityKind.Node, "a.b", "c`d").Name);
        Assert.NotEqual(
            ConstraintDefinition.Unique("a", ["b, c"]).Name, ConstraintDefinition.Unique("a", ["b", "c"]).Name);
    }

    [Fact]
    public void Definitions_of_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new IndexDefinition(IndexKind.Hash, EntityKind.Node, "", "id"));
        Assert.Throws<ArgumentException>(() => new IndexDefinition(IndexKind.Hash, EntityKind.Node, "Paper", "\ud800"));
        Assert.Throws<ArgumentException>(() => new IndexDefinition(IndexKind.Hash, EntityKind.Node, "Paper", "id", ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexDefinition((IndexKind)3, EntityKind.Node, "Paper", "id"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexDefinition(IndexKind.Hash, (EntityKind)2, "Paper", "id"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConstraintDefinition.Exists((EntityKind)7, "Paper", "id"));
        Assert.Throws<ArgumentException>(() => ConstraintDefinition.Unique("Paper", []));
        Assert.Throws<ArgumentException>(() => ConstraintDefinition.Unique("Paper", ["id", "id"]));
        Assert.Throws<ArgumentException>(() => ConstraintDefinition.Unique("Paper", Enumerable.Range(0, 33).Select(i => $"p{i}")));
    }
}
