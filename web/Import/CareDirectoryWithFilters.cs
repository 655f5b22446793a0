using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Import;

/// <summary>
/// The Care Quality Commission's "care directory with filters": its sheet of active or de-activated locations saved as CSV, with
/// one column for each service and each group of people, <c>Y</c> if it applies.
/// </summary>
internal sealed class CareDirectoryWithFilters : DirectoryLayout
{
    private const string ServiceType = "Service type - ";
    private const string ServiceUserBand = "Service user band - ";

    private static readonly Column HomesName = "Location Name";
    private static readonly Column Postcode = "Location Postal Code";
    private static readonly Column IsCareHome = new("Care home?", "Care home? (Y/N)");
    private static readonly Column Dormancy = "Dormant (Y/N)";
    private static readonly Column Primary = "Primary ID (Dual registration locations)";
    private static readonly Column Street = "Location Street Address";
    private static readonly Column Street2 = "Location Address Line 2";
    private static readonly Column City = "Location City";
    private static readonly Column County = "Location County";
    private static readonly Column Telephone = "Location Telephone Number";
    private static readonly Column Website = "Location Web Address";
    private static readonly Column Latitude = "Location Latitude";
    private static readonly Column Longitude = "Location Longitude";
    private static readonly Column Rating = "Location Latest Overall Rating";
    private static readonly Column Beds = "Care homes beds";

    public override string Name => "CQC care directory with filters";

    public override ImmutableArray<Column> Needed => [Reference, HomesName, Area, Postcode];

    public override Column Area { get; } = "Location Local Authority";

    public override Column Reference { get; } = "Location ID";

    public override (SiteKind? Kind, string? PassOver) Judge(Header header, IReadOnlyList<string> values)
    {
        bool IsYes(Column column) => Values.IsYes(header.Value(values, column));

        var services = header.Under(ServiceType);
        return KindOf(
            IsYes(IsCareHome) || services.Any(type => ServiceTypes.IsCareHome(type.Ending) && IsYes(type.Column)),
            services.Any(type => ServiceTypes.IsHomeCare(type.Ending) && IsYes(type.Column)),
            IsYes(Dormancy),
            IsDeactivated(header, values));
    }

    public override DirectoryRow Read(int row, Header header, IReadOnlyList<string> values)
    {
        string Value(Column column) => header.Value(values, column);
        bool IsYes(Column column) => Values.IsYes(Value(column));

        ImmutableArray<string> services = [.. header.Under(ServiceType).Where(type => IsYes(type.Column)).Select(type => type.Ending)];
        var (kind, passOver) = Judge(header, values);
        ImmutableArray<string> beforeTown = [.. Values.AddressParts(Value(Street)), .. Values.AddressParts(Value(Street2))];
        var town = Values.OneLine(Value(City));
        return new(
            row,
            kind,
            passOver,
            Values.OneLine(Value(Reference)),
            Values.OneLine(Value(HomesName)),
            Values.OneLine(Value(Area)),
            [.. beforeTown, .. Values.AddressParts(town), .. Values.AddressParts(Value(County))],
            beforeTown,
            town,
            Value(Postcode),
            Value(Telephone),
            Value(Website),
            Value(Latitude),
            Value(Longitude),
            Value(Rating),
            Value(Beds),
            [.. services, .. header.Under(ServiceUserBand).Where(band => IsYes(band.Column)).Select(band => band.Ending)])
        {
            PrimaryReference = Values.OneLine(Value(Primary)),
        };
    }
}
