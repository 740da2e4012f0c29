using Seminar.Workshops.Board;

namespace Seminar.Workshops.Tests.LiveBoard;

/// <summary>People and gestures of a workshop.</summary>
internal static class Room
{
    public static BoardAuthor Leader { get; } = new("account:leader", null, null, MayContribute: true, MayLead: true);

    public static BoardAuthor Rapporteur { get; } = new("account:rapporteur", null, null, MayContribute: true, MayLead: false);

    public static BoardAuthor Group(int number, int badge = 1) => new($"session:{number}-{badge}", number, badge, MayContribute: false, MayLead: false);

    public static BoardOperation Add(string text, string column = "brake", Guid? note = null) => new(Guid.NewGuid(), "note.add") { Note = note ?? Guid.NewGuid(), Column = column, Text = text };

    public static BoardOperation Edit(Guid note, string text, int? version = null) => new(Guid.NewGuid(), "note.edit") { Note = note, Text = text, Base = version };

    public static BoardOperation Propose(string text, params Guid[] answers) => new(Guid.NewGuid(), "proposal.add") { Proposal = Guid.NewGuid(), Text = text, Answers = answers };

    public static BoardOperation Vote(Guid proposal, int dots) => new(Guid.NewGuid(), "vote") { Proposal = proposal, Dots = dots };

    public static BoardOperation Undo(BoardOperation done) => new(Guid.NewGuid(), "undo") { Target = done.Id };

    public static Task<IReadOnlyList<BoardAnswer>> Begin(this TestTheme theme, string phase) => theme.Send(Leader, new BoardOperation(Guid.NewGuid(), "phase.start") { Phase = phase });

    public static async Task<string?> RefusalOf(this Task<IReadOnlyList<BoardAnswer>> answers) => (await answers)[^1].Code;
}
