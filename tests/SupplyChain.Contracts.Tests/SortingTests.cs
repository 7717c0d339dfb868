using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>How the order of a list is written.</summary>
public sealed class SortingTests
{
    private static readonly Items<string> Fields = ["number", "priority", "placedAt", "status"];

    [Theory]
    [InlineData(null)]
    [InlineData("priority")]
    [InlineData("-priority,placedAt")]
    [InlineData("-priority,-placedAt,number")]
    public void Up_to_three_fields_of_the_list_each_once(string? sort) =>
        Sorting.Fault(sort, Fields).Should().BeNull();

    [Theory]
    [InlineData("", "no field ''")]
    [InlineData("colour", "no field 'colour'*number, priority, placedAt, status")]
    [InlineData("Priority", "no field 'Priority'")]
    [InlineData("priority,", "no field ''")]
    [InlineData("--priority", "no field '-priority'")]
    [InlineData("number,priority,placedAt,status", "at most 3")]
    [InlineData("priority,-priority", "once")]
    public void Anything_else_is_named(string sort, string said) =>
        Sorting.Fault(sort, Fields).Should().Match($"*{said}*");

    [Fact]
    public void A_list_that_cannot_be_sorted_says_so() =>
        Sorting.Fault("number", []).Should().Be("This list has no other order than its own.");

    [Fact]
    public void A_minus_is_descending() =>
        Sorting.Read("-priority,placedAt").Should().Equal(("priority", true), ("placedAt", false));
}
