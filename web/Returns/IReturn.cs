using System.Collections.Immutable;
using CapacityBoard.Reports;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Returns;

/// <summary>
/// A table that is or was sent to a national body. Its column labels say what each holds, as <c>docs/returns.md</c> does.
/// </summary>
internal interface IReturn
{
    /// <summary>The return's code in addresses and file names.</summary>
    string Code { get; }

    string Title { get; }

    /// <summary>Which of the days asked for it covers, in words.</summary>
    string Days { get; }

    ImmutableArray<ReportColumn> Columns { get; }

    ReportTable Of(KnownFacts facts, IReadOnlyList<Site> sites, ReportQuestion question);
}
