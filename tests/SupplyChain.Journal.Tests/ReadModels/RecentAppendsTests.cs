using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Tables;
using Xunit;

namespace SupplyChain.Journal.ReadModels;

/// <summary>What actors of a node appended is taken as they know it, and nothing else is.</summary>
public sealed class RecentAppendsTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);
    private readonly RecentAppends _recent = new() { AreWanted = true };

    [Fact]
    public void Rows_of_an_append_come_as_what_was_decided()
    {
        var (rows, append) = Appended(first: 1, count: 2);
        _recent.Keep(rows[0].Stream, 1, append);

        var news = new StreamNews(rows, _recent);

        news.StateBefore.Should().BeSameAs(append.Before);
        for (var i = 0; i < 2; i++)
        {
            news.Event<ProductEvent>(i).Should().BeSameAs(append.Events[i]);
            news.StateAfter<Product, ProductEvent>(i, Product.Initial).Should().BeSameAs(append.States[i]);
        }
    }

    [Fact]
    public void Appends_of_one_batch_follow_each_other()
    {
        var (rows, first) = Appended(first: 1, count: 2);
        var (more, second) = Appended(first: 3, count: 1);
        _recent.Keep(rows[0].Stream, 1, first);
        _recent.Keep(rows[0].Stream, 3, second);

        var news = new StreamNews([.. rows, .. more], _recent);

        news.StateBefore.Should().BeSameAs(first.Before);
        news.Event<ProductEvent>(2).Should().BeSameAs(second.Events[0]);
    }

    [Fact]
    public void Rows_that_another_node_wrote_in_its_place_are_decoded()
    {
        var (rows, append) = Appended(first: 1, count: 1);
        append.Hash = new byte[HashChain.Length];
        _recent.Keep(rows[0].Stream, 1, append);

        ShouldBeDecoded(new(rows, _recent), rows);
    }

    [Fact]
    public void An_append_that_a_batch_cuts_is_decoded()
    {
        var (rows, append) = Appended(first: 1, count: 3);
        _recent.Keep(rows[0].Stream, 1, append);

        ShouldBeDecoded(new([.. rows.Take(2)], _recent), rows);
        ShouldBeDecoded(new([.. rows.Skip(2)], _recent), [.. rows.Skip(2)]);
    }

    [Fact]
    public void What_is_taken_is_forgotten()
    {
        var (rows, append) = Appended(first: 1, count: 1);
        _recent.Keep(rows[0].Stream, 1, append);
        _ = new StreamNews(rows, _recent);

        ShouldBeDecoded(new(rows, _recent), rows);
    }

    [Fact]
    public void A_node_without_the_projection_keeps_nothing()
    {
        var (rows, append) = Appended(first: 1, count: 1);
        _recent.Keep(rows[0].Stream, 1, append);
        _recent.AreWanted = false;

        ShouldBeDecoded(new(rows, _recent), rows);
    }

    private static void ShouldBeDecoded(StreamNews news, JournaledEvent[] rows)
    {
        news.StateBefore.Should().BeNull();
        for (var i = 0; i < news.Rows.Count; i++)
        {
            news.Event<ProductEvent>(i).Should().Be(
                EventCodec.Decode<ProductEvent>(rows[i].Type, rows[i].Schema, rows[i].Data));
        }
    }

    /// <summary>An append as the journal has it, and as its actor knows it.</summary>
    private static (JournaledEvent[] Rows, RecentAppend Append) Appended(long first, int count)
    {
        var rows = new JournaledEvent[count];
        var (state, append) = (Product.Initial, new RecentAppend(Product.Initial, count));
        for (var i = 0; i < count; i++)
        {
            var @event = new ProductEvent.Defined($"no. {first + i}", null, null, null);
            state = Product.Evolve(state, @event, Then);
            (append.Events[i], append.States[i]) = (@event, state);
            var (type, schema, data) = EventCodec.Encode(@event);
            var hash = new byte[HashChain.Length];
            hash[0] = (byte)(first + i);
            rows[i] = new(
                new("demo", "product", "P"), first + i, type, schema, data, null, Then, "test", "test", null, 0, hash,
                new(0, 0, first + i));
        }
        append.Hash = rows[^1].Hash;
        return (rows, append);
    }
}
