using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Seminar.Ui;

/// <summary>Marks an address that is only read and yet belongs on the trail: it hands out what is known of people, or lets someone in.</summary>
public sealed class TrailedReading
{
    /// <summary>The mark.</summary>
    public static readonly TrailedReading Mark = new();
}

/// <summary>Says so where the address is mapped.</summary>
public static class TrailedReadings
{
    /// <summary>Keeps on the trail who read it.</summary>
    /// <typeparam name="TBuilder">What is mapped.</typeparam>
    /// <param name="builder">The address.</param>
    /// <param name="what">What is done by reading, as the trail says it.</param>
    /// <returns>The same.</returns>
    public static TBuilder OnTrail<TBuilder>(this TBuilder builder, string what)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(TrailedReading.Mark).WithSummary(what);
}
