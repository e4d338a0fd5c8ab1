using Marketplace.Api.Commands;

namespace Marketplace.Tests.Commands;

public sealed class ProgressBarTests
{
    [Fact]
    public void A_terminal_gets_one_line_that_is_drawn_over_itself()
    {
        using var console = new StringWriter { NewLine = "\n" };
        using (var bar = new ProgressBar("index", 2000, console, terminal: true))
        {
            bar.Report(1000);
            bar.Report(1001);
            bar.Report(2000);
        }

        Assert.Equal(
            "\rindex [..............................]   0% (0 of 2,000)" +
            "\rindex [###############...............]  50% (1,000 of 2,000)" +
            "\rindex [##############################] 100% (2,000 of 2,000)\n",
            console.ToString());
    }

    [Fact]
    public void A_file_gets_a_line_for_every_quarter_and_never_goes_back()
    {
        using var console = new StringWriter { NewLine = "\n" };
        using (var bar = new ProgressBar("index", 200, console, terminal: false))
        {
            for (var done = 0; done <= 200; done++)
            {
                bar.Report(done);
            }

            bar.Report(10);
        }

        Assert.Equal("index   0% (0 of 200)\nindex  25% (50 of 200)\nindex  50% (100 of 200)\nindex  75% (150 of 200)\nindex 100% (200 of 200)\n", console.ToString());
    }

    [Fact]
    public void Nothing_to_do_is_done()
    {
        using var console = new StringWriter { NewLine = "\n" };
        using var bar = new ProgressBar("import", 0, console, terminal: false);

        Assert.Equal("import 100% (0 of 0)\n", console.ToString());
    }
}
