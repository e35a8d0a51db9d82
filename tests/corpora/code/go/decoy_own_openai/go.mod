module github.com/acme/hours

go 1.24
