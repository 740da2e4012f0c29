using Microsoft.Playwright;

namespace Seminar.EndToEnd.Tests;

/// <summary>The part of the board's script that knows no page, unit by unit, in the browser that runs it.</summary>
public sealed class The_board_in_the_browser(Site site) : IClassFixture<Site>
{
    private const string Empty =
        "{ n: 5, now: '', me: { group: 1, mayWrite: true }, method: { phases: [], options: { votesBy: 'group', voteBudget: 5 } }, notes: [{ id: 'a', column: 'brake', text: 'À nous', group: 1, position: 1 }], headings: [], axes: [], proposals: [], calls: [], votes: {} }";

    [Fact]
    public Task Takes_the_events_in_their_order_and_each_once() => CheckAsync(
        """
        const told = [board.apply({ n: 6, by: 'x', notes: [{ id: 'b', column: 'brake', text: 'B', position: 6 }] }),
          board.apply({ n: 6, by: 'x', notes: [{ id: 'b', column: 'brake', text: 'encore', position: 6 }] })];
        return told.every(Boolean) && board.n === 6 && board.notes.get('b').text === 'B';
        """);

    [Fact]
    public Task Asks_to_be_read_again_when_an_event_is_missing_or_all_was_replaced() => CheckAsync(
        "return !board.apply({ n: 7, by: 'x' }) && !board.apply({ n: 6, by: 'x', reset: true }) && board.n === 5;");

    [Fact]
    public Task Forgets_what_is_gone() => CheckAsync(
        "board.apply({ n: 6, by: 'x', notes: [{ id: 'a', column: '', gone: true }] }); return board.notes.size === 0;");

    [Fact]
    public Task Keeps_the_text_of_its_own_note_when_it_is_told_of_it_without() => CheckAsync(
        """
        board.apply({ n: 6, by: 'x', notes: [{ id: 'a', column: 'obstacle', group: 1, hidden: true }, { id: 'c', column: 'brake', group: 2, hidden: true }] });
        return board.notes.get('a').text === 'À nous' && board.notes.get('a').column === 'obstacle' && board.notes.get('c').hidden === true;
        """);

    [Fact]
    public Task Shows_what_waits_on_the_device_and_leaves_the_board_itself_as_it_is() => CheckAsync(
        """
        const view = board.with([
          { id: '1', kind: 'note.add', note: 'n', column: 'brake', text: 'Nouvelle' }, { id: '2', kind: 'note.edit', note: 'a', text: 'Changée' },
          { id: '3', kind: 'vote', proposal: 'p', dots: 3 }, { id: '4', kind: 'note.move', note: 'n', column: 'success' }]);
        return view.notes.get('n').column === 'success' && view.notes.get('a').text === 'Changée' && view.dotsLeft === 2
          && board.notes.size === 1 && board.notes.get('a').text === 'À nous' && board.dotsLeft === 5;
        """);

    [Fact]
    public Task Puts_a_note_that_waits_at_the_end_of_its_column() => CheckAsync(
        "return board.with([{ id: '1', kind: 'note.add', note: 'n', column: 'brake', text: 'Nouvelle' }]).notesOf('brake').map(note => note.id).join() === 'a,n';");

    [Fact]
    public Task Says_once_what_was_said_to_be_the_same() => CheckAsync(
        """
        board.apply({ n: 6, by: 'x', notes: [{ id: 'b', column: 'brake', text: 'B', mergedInto: 'a' }] });
        return board.notesOf('brake').length === 1 && board.sameAs('a')[0].id === 'b';
        """);

    [Fact]
    public async Task The_outbox_keeps_what_was_added_while_an_answer_was_on_its_way()
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("/accessibilite");

        (await page.EvaluateAsync<string>(
            """
            async () => {
              const { Outbox } = await import('/_content/Seminar.Workshops/scripts/outbox.js');
              const outbox = await Outbox.open('essai');
              await outbox.pending.add({ id: '1', kind: 'note.add' });
              await outbox.pending.add({ id: '2', kind: 'note.add' });
              await outbox.pending.acknowledge(new Set(['1']));
              await outbox.pending.add({ id: '3', kind: 'note.add' });
              const again = await Outbox.open('essai');
              return (await again.pending.all()).map(each => each.id).join();
            }
            """)).Should().Be("2,3");
    }

    private async Task CheckAsync(string body)
    {
        await using var window = await site.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("/accessibilite");
        (await page.EvaluateAsync<bool>(
            $$"""
            async () => {
              const { Board } = await import('/_content/Seminar.Workshops/scripts/board.js');
              const board = Board.of({{Empty}});
              {{body}}
            }
            """)).Should().BeTrue(body);
    }
}
