using Microsoft.AspNetCore.Builder;

namespace Seminar.Ui;

/// <summary>Addresses that make a file at each visit: it costs time, and a place on the disk until it was sent.</summary>
public static class MadeFiles
{
    /// <summary>Name of the policy by which the host lets each visitor have few of them at once.</summary>
    public const string Policy = "made-files";

    /// <summary>Says so where the address is mapped.</summary>
    /// <typeparam name="TBuilder">What is mapped.</typeparam>
    /// <param name="builder">The address, or a group.</param>
    /// <returns>The same.</returns>
    public static TBuilder FewAtOnce<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireRateLimiting(Policy);
}
