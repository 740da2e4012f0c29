using System.Globalization;
using System.Text;
using System.Text.Json;
using Seminar.Workshops.Board;

namespace Seminar.Workshops.Features.LiveFeed;

/// <summary>An event as it goes over the wire: the same bytes for everyone, or what each may know of it.</summary>
internal sealed class FeedEvent
{
    private readonly byte[] _full;
    private readonly byte[]? _masked;
    private readonly Lazy<Dictionary<int, byte[]>> _own;

    private FeedEvent(long sequence, string full, string? masked)
    {
        Sequence = sequence;
        _full = Frame(full);
        _masked = masked is null ? null : Frame(masked);
        _own = new Lazy<Dictionary<int, byte[]>>(() => OwnOf(full, masked!));
    }

    /// <summary>Place in the order.</summary>
    public long Sequence { get; }

    /// <summary>Whether everyone is told the same.</summary>
    public bool IsCommon => _masked is null;

    public int Length => _full.Length;

    public byte[] Full => _full;

    /// <param name="row">As the log keeps it.</param>
    public static FeedEvent Of(FeedRow row) => new(row.Sequence, row.Event, row.Masked ?? WithoutCalls(row));

    /// <summary>The same without the words of what was deleted since: a log is not a way to read them.</summary>
    /// <param name="row">As the log keeps it.</param>
    /// <param name="gone">Notes and proposals that are deleted.</param>
    public static FeedEvent Of(FeedRow row, IReadOnlySet<Guid> gone) => gone.Count == 0
        ? Of(row)
        : Of(row with { Event = Without(row.Event, gone), Masked = row.Masked is { } masked ? Without(masked, gone) : null });

    public byte[] For(Sight reader) =>
        _masked is null || reader.IsTeam ? _full
        : reader.Group is { } group && _own.Value.TryGetValue(group, out var own) ? own
        : _masked;

    /// <summary>Before 0.7 calls for help were told to everyone.</summary>
    private static string? WithoutCalls(FeedRow row) =>
        row.Kind is "help.call" or "help.answer" ? Write(Read(row.Event) with { Calls = [] }) : null;

    private static string Without(string told, IReadOnlySet<Guid> gone)
    {
        var read = Read(told);
        return read.Notes?.Any(note => gone.Contains(note.Id)) == true || read.Proposals?.Any(proposal => gone.Contains(proposal.Id)) == true
            ? Write(read with
            {
                Notes = read.Notes is { } notes ? [.. notes.Select(note => gone.Contains(note.Id) ? BoardNote.Lost(note.Id) : note)] : null,
                Proposals = read.Proposals is { } proposals ? [.. proposals.Select(each => gone.Contains(each.Id) ? BoardProposal.Lost(each.Id) : each)] : null,
            })
            : told;
    }

    /// <summary>For each group that it concerns: its own notes in full, its own call.</summary>
    private Dictionary<int, byte[]> OwnOf(string full, string masked)
    {
        var (all, told) = (Read(full), Read(masked));
        var groups = (all.Notes ?? []).Select(note => note.Group).OfType<int>().Concat((all.Calls ?? []).Select(call => call.Group)).Distinct();
        return groups.ToDictionary(group => group, group => Frame(Write(told with
        {
            Notes = all.Notes?.Zip(told.Notes!, (whole, hidden) => whole.Group == group ? whole : hidden).ToList(),
            Calls = all.Calls?.Where(call => call.Group == group).ToList(),
        })));
    }

    private static BoardEvent Read(string told) => JsonSerializer.Deserialize<BoardEvent>(told, BoardJson.Stored)!;

    private static string Write(BoardEvent told) => JsonSerializer.Serialize(told, BoardJson.Options);

    private byte[] Frame(string data) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {Sequence}\ndata: {data}\n\n"));
}

/// <summary>An event as the log keeps it.</summary>
/// <param name="Sequence">Place in the order.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Event">For the team.</param>
/// <param name="Masked">For those who may not read all of it; null when everyone may.</param>
internal sealed record FeedRow(long Sequence, string Kind, string Event, string? Masked)
{
    /// <summary>Whether the board had to be read anew at that place.</summary>
    public bool Resets => Event.EndsWith("\"reset\":true}", StringComparison.Ordinal);
}
