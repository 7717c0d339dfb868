using System.Reflection;
using Microsoft.AspNetCore.Http;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Transfers;

namespace SupplyChain;

public sealed class FilterTests
{
    [Fact]
    public void A_filter_is_documented_as_the_type_of_its_member_is_written()
    {
        Filters<OrderQuery>.Parameters.Select(one => (one.Name, one.Kind, one.Repeats)).Should().Contain(
        [
            ("status", "string", true), ("customer", "string", true), ("q", "string", false),
            ("late", "boolean", false), ("priority", "integer", true), ("unitsFrom", "integer", false),
            ("promisedTo", "string", false),
        ]);
        Filters<OrderQuery>.Parameters[0].Values.Should().Equal(Enum.GetNames<OrderStatus>());
        Filters<Imports.ImportQuery>.Parameters[1].Values.Should().Equal("queued", "running", "completed", "failed");
        Filters<HolderQuery>.Parameters.Select(one => (one.Name, one.Repeats)).Should().Equal(
            ("state", false), ("warehouse", true));
        Filters<StockSummaryQuery>.Parameters.Select(one => one.Name).Should().Equal(
            "q", "sku", "warehouse", "outOfStock", "waiting");
        Filters<Exports.Unfiltered>.Parameters.Should().BeEmpty();
    }

    [Fact]
    public void One_value_has_its_member_and_several_have_theirs()
    {
        Read<OrderQuery>("?sku=S-1&warehouse=A&warehouse=B&status=cancelled").Should().Be(
            new OrderQuery(Sku: "S-1", Warehouses: ["A", "B"], Status: OrderStatus.Cancelled));
        Read<WarehouseSummaryQuery>("?country=DE,US&country=FR").Countries.Should().Equal("DE", "US", "FR");
        Read<TransferQuery>("").Should().Be(new TransferQuery());
        Read<ListExceptions>("?snoozed=false").Should().Be(new ListExceptions(null, null, null!, Snoozed: false));
    }

    [Fact]
    public void Every_member_of_a_query_is_a_filter_unless_a_path_or_a_page_says_it()
    {
        var queries = typeof(IListed).Assembly.GetTypes()
            .Where(type => type.GetProperties().Any(member => member.IsDefined(typeof(FilterAttribute)))).ToArray();
        queries.Should().HaveCountGreaterThan(7);
        queries.SelectMany(query => query.GetProperties().Where(member => !IsFilter(query, member))
                .Select(member => $"{query.Name}.{member.Name}"))
            .Should().BeEquivalentTo("HolderQuery.Sku", "ListExceptions.Page");

        static bool IsFilter(Type query, PropertyInfo member) => member.IsDefined(typeof(FilterAttribute))
            || query.GetProperties().Any(one => one.GetCustomAttribute<FilterAttribute>()?.Several == member.Name);
    }

    private static TQuery Read<TQuery>(string query) where TQuery : class
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new(query);
        var reader = new QueryReader(http);
        var read = Filters<TQuery>.Read(reader);
        reader.Check();
        return read;
    }
}
