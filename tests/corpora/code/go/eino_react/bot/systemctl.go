package bot

import (
	"context"
	"os/exec"
)

func runSystemctl(ctx context.Context, service string) (string, error) {
	out, err := exec.CommandContext(ctx, "systemctl", "restart", service).CombinedOutput()
	return string(out), err
}
