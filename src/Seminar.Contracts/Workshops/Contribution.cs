using System.Text.Json.Serialization;
using MediatR;

namespace Seminar.Contracts.Workshops;

/// <summary>
/// Asks a theme what it brings to the transversal synthesis: what stands on its board now, gathered under a heading or not, and its
/// proposals. Whoever asks again while nothing changed is told so, and no more.
/// </summary>
/// <param name="Known">The <see cref="Contribution.Version"/> that the asker already holds, or null.</param>
public sealed record GetContribution(string? Known) : IRequest<Contribution>;

/// <summary>What a theme brings to the transversal synthesis.</summary>
/// <param name="Version">Changes whenever the items do.</param>
/// <param name="Items">In the order of the workshop's document, notes first; null when the version asked with is still right.</param>
public sealed record Contribution(string Version, IReadOnlyList<ContributedItem>? Items);

/// <summary>A note or a proposal, as evidence.</summary>
/// <param name="Id">Identifies it within its theme, for as long as it lives.</param>
/// <param name="Kind">Note or proposal.</param>
/// <param name="Column">Column of a note; null for a proposal.</param>
/// <param name="Title">Heading of a note, axis of a proposal; null while there is none.</param>
/// <param name="Text">The text, as in the workshop's document.</param>
public sealed record ContributedItem(string Id, ItemKind Kind, Column? Column, string? Title, string Text);

/// <summary>What an item is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
public enum ItemKind
{
    /// <summary>A note of the board.</summary>
    [JsonStringEnumMemberName("note")]
    Note,

    /// <summary>A proposal of the plan.</summary>
    [JsonStringEnumMemberName("proposal")]
    Proposal,
}
