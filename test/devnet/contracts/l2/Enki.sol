// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// ENKI: a token of the GMX kind. An allowance is always used up, also an "infinite" one, and a transferFrom logs the Approval
/// before the Transfer.
contract Enki {
    string public name = "ENKI";
    string public symbol = "ENKI";
    uint8 public constant decimals = 18;
    uint256 public totalSupply;
    address public gov;
    bool public inPrivateTransferMode;
    mapping(address => bool) public isHandler;
    mapping(address => bool) public isMinter;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    modifier onlyGov() {
        require(msg.sender == gov, "BaseToken: forbidden");
        _;
    }

    constructor() {
        gov = msg.sender;
        _mint(msg.sender, 10_000_000e18);
    }

    function setInfo(string calldata name_, string calldata symbol_) external onlyGov {
        name = name_;
        symbol = symbol_;
    }

    function setInPrivateTransferMode(bool value) external onlyGov {
        inPrivateTransferMode = value;
    }

    function setHandler(address handler, bool value) external onlyGov {
        isHandler[handler] = value;
    }

    function setMinter(address minter, bool value) external onlyGov {
        isMinter[minter] = value;
    }

    function mint(address account, uint256 amount) external {
        require(isMinter[msg.sender], "MintableBaseToken: forbidden");
        _mint(account, amount);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    function transfer(address recipient, uint256 amount) external returns (bool) {
        _transfer(msg.sender, recipient, amount);
        return true;
    }

    function transferFrom(address sender, address recipient, uint256 amount) external returns (bool) {
        if (!isHandler[msg.sender]) {
            uint256 allowed = allowance[sender][msg.sender];
            require(allowed >= amount, "BaseToken: transfer amount exceeds allowance");
            _approve(sender, msg.sender, allowed - amount);
        }
        _transfer(sender, recipient, amount);
        return true;
    }

    function _approve(address owner, address spender, uint256 amount) private {
        require(owner != address(0), "BaseToken: approve from the zero address");
        require(spender != address(0), "BaseToken: approve to the zero address");
        allowance[owner][spender] = amount;
        emit Approval(owner, spender, amount);
    }

    function _transfer(address sender, address recipient, uint256 amount) private {
        require(sender != address(0), "BaseToken: transfer from the zero address");
        require(recipient != address(0), "BaseToken: transfer to the zero address");
        require(!inPrivateTransferMode || isHandler[msg.sender], "BaseToken: msg.sender not whitelisted");
        require(balanceOf[sender] >= amount, "BaseToken: transfer amount exceeds balance");
        balanceOf[sender] -= amount;
        balanceOf[recipient] += amount;
        emit Transfer(sender, recipient, amount);
    }

    function _mint(address account, uint256 amount) private {
        totalSupply += amount;
        balanceOf[account] += amount;
        emit Transfer(address(0), account, amount);
    }
}
