using CapacityBoard.Commands;

namespace CapacityBoard.Enquiries;

internal static class EnquiriesSetup
{
    /// <summary>Adds what ends enquiries whose answer nobody needs any more. It follows up after holds, which end stays.</summary>
    public static IServiceCollection AddEnquiries(this IServiceCollection services) => services
        .AddSingleton<EnquiryFollowUp>()
        .AddSingleton<IFollowUp>(provider => provider.GetRequiredService<EnquiryFollowUp>())
        .AddHostedService<EnquiryRecovery>();
}
