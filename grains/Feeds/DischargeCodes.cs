using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>The national codes of discharge destination and method, as messages have them.</summary>
internal static class DischargeCodes
{
    private const string Died = "4";

    public static Destination DestinationOf(Visit visit) => visit.Presence == VisitPresence.Elsewhere
        ? Destination.Other
        : (visit.Method, visit.Destination) switch
        {
            (Died, _) or (_, "79") => Destination.Died,
            (_, "19") => Destination.UsualResidence,
            (_, "54" or "65" or "85") => Destination.CareHome,
            (_, "51" or "52" or "53" or "87") => Destination.OtherHospital,
            (_, "88") => Destination.Hospice,
            _ => Destination.Other,
        };
}
