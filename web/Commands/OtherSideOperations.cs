using System.Security.Cryptography;
using System.Text;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Holds;
using CapacityBoard.Sites;

namespace CapacityBoard.Commands;

/// <summary>
/// The ids of operations at the other side of a hold or an enquiry. They are the same whoever runs them, so that each is done once.
/// </summary>
internal static class OtherSideOperations
{
    private const int Characters = 32;

    public static string Of(SiteKey place, Hold hold) => Of("hold", place, hold.Id);

    public static string Of(SiteKey place, Enquiry enquiry) => Of("enquiry", place, enquiry.Id);

    /// <summary>An id is unique only at its site, and may already be as long as an operation id may be.</summary>
    private static string Of(string what, SiteKey place, string id) =>
        $"{what}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{place}|{id}")))[..Characters]}";
}
