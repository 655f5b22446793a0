using CapacityBoard.Beds;
using CapacityBoard.Sites;
using CapacityBoard.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CapacityBoard.Board;

public sealed class BoardFilterTests
{
    [Fact]
    public void GivenNoQuery_ThenEverythingByName()
    {
        var (filter, problems) = Parse("");

        (filter, filter.IsEmpty, filter.Order).ShouldBe((new BoardFilter(), true, BoardOrder.Kind));
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void GivenEveryField_WhenWrittenAndReadAgain_ThenTheSame()
    {
        var filter = new BoardFilter(
            SiteKind.CareHome, BedType.DementiaNursing, AvailableWhen.Within24Hours, "Reddish & Brinnington", "SK2 7JE", 3 * 1.609344,
            FreshnessNeeded.NotStale, BoardOrder.Available);

        var (read, problems) = Parse(filter.ToQuery());

        read.ShouldBe(filter);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void GivenFieldsLeftEmpty_ThenTheyFilterNothing()
    {
        var (filter, problems) = Parse("?kind=&type=&available=&near=%20&within=&sort=");

        filter.ShouldBe(new BoardFilter());
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void GivenPlace_ThenNearestFirstUnlessAskedOtherwise()
    {
        Parse("?near=SK2").Filter.Order.ShouldBe(BoardOrder.Distance);
        Parse("?near=SK2&sort=age").Filter.Order.ShouldBe(BoardOrder.Age);
    }

    [Theory]
    [InlineData("?type=four-poster", "type", "“four-poster” is not one of the options. Choose from the list.")]
    [InlineData("?kind=0", "kind", "“0” is not one of the options. Choose from the list.")]
    [InlineData("?near=SK2&within=far", "within", "“Within” must be a number of miles from 0.1 to 120, such as 3.")]
    [InlineData("?near=SK2&within=-1", "within", "“Within” must be a number of miles from 0.1 to 120, such as 3.")]
    [InlineData("?near=SK2&within=NaN", "within", "“Within” must be a number of miles from 0.1 to 120, such as 3.")]
    [InlineData("?within=5", "near", "Enter a postcode or place to measure distance from.")]
    [InlineData("?sort=distance", "near", "Enter a postcode or place to sort by distance.")]
    public void GivenWhatCannotBeRight_ThenItIsNamedAndTheBoardNotFilteredByIt(string query, string field, string message)
    {
        var (filter, problems) = Parse(query);

        problems.ShouldHaveSingleItem().ShouldBe(new(field, message));
        (filter with { Near = null, Sort = null }).ShouldBe(new BoardFilter());
    }

    [Fact]
    public void GivenVeryLongText_ThenItIsRefused() =>
        Parse("?near=" + new string('x', 101)).Problems.ShouldHaveSingleItem().Field.ShouldBe("near");

    private static (BoardFilter Filter, IReadOnlyList<FieldProblem> Problems) Parse(string query) =>
        BoardFilter.Parse(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
